import type { ExportPlace } from '../request/export-request.ts';
import { exitOnError, goBody, jsonStringFunction } from './go.ts';
import { SDK_KEYS, sdkPlace } from './sdk-place.ts';
import { hasVariables, type BodyPiece } from './snippet-body.ts';

const SDK = 'github.com/huaweicloud/huaweicloud-sdk-go-v3';

/**
 * A Go program with the client of the SDK. The body of its request is a string, which the client signs and sends as it
 * is; `model.Deployment` would drop keys that it does not know.
 */
export function goSdkSnippet(pieces: readonly BodyPiece[], place: ExportPlace): string {
  const { projectId, instanceId } = place;
  const { host, path } = sdkPlace(place);
  const variable = (name: string) => `os.Getenv("${name}")`;
  const [ak, sk] = SDK_KEYS;
  return [
    `// go get ${SDK}`,
    'package main',
    '',
    'import (',
    ...(hasVariables(pieces) ? ['\t"encoding/json"'] : []),
    '\t"fmt"',
    '\t"os"',
    '',
    `\t"${SDK}/core/auth/basic"`,
    `\t"${SDK}/core/def"`,
    `\tief "${SDK}/services/ief/v1"`,
    ')',
    '',
    'type textRequest struct {',
    '\tIefInstanceId *string `json:"ief-instance-id,omitempty"`',
    '\tBody          string',
    '}',
    '',
    'type textResponse struct {',
    '\tBody           string',
    '\tHttpStatusCode int',
    '}',
    '',
    ...(hasVariables(pieces) ? jsonStringFunction : []),
    'func main() {',
    `\trequest := &textRequest{Body: ${goBody(pieces)}}`,
    ...instanceLines(instanceId),
    '\tcredentials, err := basic.NewCredentialsBuilder().',
    `\t\tWithAk(${variable(ak)}).`,
    `\t\tWithSk(${variable(sk)}).`,
    `\t\tWithProjectId(${projectId === undefined ? variable('IEF_PROJECT_ID') : JSON.stringify(projectId)}).`,
    '\t\tSafeBuild()',
    ...exitOnError,
    '\thttp, err := ief.IefClientBuilder().',
    '\t\tWithCredential(credentials).',
    `\t\tWithEndpoint(${host === undefined ? variable('IEF_ENDPOINT') : JSON.stringify(host)}).`,
    '\t\tSafeBuild()',
    ...exitOnError,
    '\tdefinition := ief.GenReqDefForCreateDeployments()',
    `\tdefinition.Path = ${JSON.stringify(path)}`,
    '\tdefinition.Response = new(textResponse)',
    '\tdefinition.ResponseFields = []*def.FieldDef{def.NewFieldDef().WithName("Body").WithLocationType(def.Body)}',
    '\tanswer, err := ief.NewIefClient(http).HcClient.Sync(request, definition)',
    ...exitOnError,
    '\tfmt.Println(answer.(*textResponse).Body)',
    '}',
    '',
  ].join('\n');
}

function instanceLines(instanceId: string | undefined): readonly string[] {
  if (instanceId === '') return [];
  const [open, close] =
    instanceId === undefined
      ? ['\tif id := os.Getenv("IEF_INSTANCE_ID"); id != "" {', '\t}']
      : [`\tid := ${JSON.stringify(instanceId)}`, undefined];
  const set = `request.IefInstanceId = &id`;
  return close === undefined ? [open, `\t${set}`] : [open, `\t\t${set}`, close];
}
