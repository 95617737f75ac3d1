import { asObject } from '#src/json/value.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import type { UpstreamResponse } from '#src/server/proxy/upstream/upstream.ts';

/** Returns code and message if the response refuses the credentials, otherwise undefined. */
export function readRefusal({ status, body }: UpstreamResponse): string | undefined {
  // IEF itself returns 400 for a failed authentication (docs/sources.md, section 4).
  if (status !== 401 && status !== 400) return undefined;
  const json = parseJson(body);
  const { error_code: code, error_msg: message } = asObject(json.ok ? json.value : undefined);
  if (status === 400 && code !== 'IEF.011005') return undefined;
  return `${String(code ?? '')} ${String(message ?? '')}`;
}
