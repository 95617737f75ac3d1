import { asObject } from '#src/json/value.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import type { UpstreamResponse } from '#src/server/proxy/upstream/upstream.ts';

/** Code and message of a refusal of the credentials; undefined for any other answer. */
export function readRefusal({ status, body }: UpstreamResponse): string | undefined {
  // IEF itself calls a failed authentication 400 (docs/sources.md, section 4).
  if (status !== 401 && status !== 400) return undefined;
  const json = parseJson(body);
  const { error_code: code, error_msg: message } = asObject(json.ok ? json.value : undefined);
  if (status === 400 && code !== 'IEF.011005') return undefined;
  return `${String(code ?? '')} ${String(message ?? '')}`;
}
