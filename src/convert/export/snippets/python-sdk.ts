import type { ExportPlace } from '../request/export-request.ts';
import { pythonBody, pythonText } from './python.ts';
import { SDK_KEYS, sdkPlace } from './sdk-place.ts';
import { hasVariables, type BodyPiece } from './snippet-body.ts';

/**
 * A Python 3 script with the client of the SDK. It passes the body as text, which the client signs and sends as it is;
 * `CreateDeploymentsRequest` would drop keys that its model does not know.
 */
export function pythonSdkSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  const { projectId, instanceId } = place;
  const { host, path } = sdkPlace(place);
  const variable = (name: string) => `os.environ["${name}"]`;
  return [
    '# pip install huaweicloudsdkief',
    ...(hasVariables(pieces) ? ['import json'] : []),
    'import os',
    'import sys',
    '',
    'from huaweicloudsdkcore.auth.credentials import BasicCredentials',
    'from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException',
    'from huaweicloudsdkief.v1 import IefClient',
    '',
    `body = ${pythonBody(pieces)}`,
    '',
    'credentials = BasicCredentials(',
    ...SDK_KEYS.map((name) => `    ${variable(name)},`),
    `    ${projectId === undefined ? variable('IEF_PROJECT_ID') : pythonText(projectId)},`,
    ')',
    'client = (',
    '    IefClient.new_builder()',
    '    .with_credentials(credentials)',
    `    .with_endpoint(${host === undefined ? variable('IEF_ENDPOINT') : pythonText(host)})`,
    '    .build()',
    ')',
    `headers = {"Content-Type": "application/json"}`,
    ...(instanceId === undefined
      ? [
          'if os.environ.get("IEF_INSTANCE_ID"):',
          '    headers["ief-instance-id"] = os.environ["IEF_INSTANCE_ID"]',
        ]
      : instanceId === ''
        ? []
        : [`headers["ief-instance-id"] = ${pythonText(instanceId)}`]),
    'try:',
    '    response = client.call_api(',
    `        ${pythonText(path)},`,
    '        "POST",',
    '        header_params=headers,',
    '        body=body,',
    '        response_type="CreateDeploymentsResponse",',
    '    )',
    '    print(response.raw_content.decode("utf-8"))',
    'except ServiceResponseException as error:',
    '    sys.exit(f"{error.status_code} {error.error_code} {error.error_msg}")',
    '',
  ].join('\n');
}
