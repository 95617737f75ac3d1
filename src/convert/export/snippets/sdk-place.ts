import { endpointOf } from '#src/domain/api/endpoints.ts';
import type { ExportPlace } from '../request/export-request.ts';

/** The environment variables of the SDKs for the two parts of an access key. */
export const SDK_KEYS = ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK'] as const;

/** Where a client of an SDK sends the request: it takes the host, and the path for itself. */
export interface SdkPlace {
  /** Undefined if it is in a variable. */
  readonly host: string | undefined;
  /** With the placeholder of the SDKs for the project. */
  readonly path: string;
}

export function sdkPlace({ endpoint }: ExportPlace): SdkPlace {
  const { template } = endpointOf('createDeployment');
  const [, host, before = ''] = /^(https?:\/\/[^/]+)(.*?)\/*$/.exec(endpoint ?? '') ?? [];
  return { host: host ?? endpoint, path: before + template };
}
