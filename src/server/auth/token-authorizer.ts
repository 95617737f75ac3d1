import { asObject } from '#src/json/value.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { Problem } from '#src/server/http/kit/problem.ts';
import type { UpstreamAnswer, UpstreamRequest } from '#src/server/proxy/upstream/upstream.ts';

/** What a refusal of the server's own credentials is to the caller. */
export interface Refusal {
  readonly message: string;
  /** A word for programs. */
  readonly reason: 'keys' | 'clock' | 'iam_token';
}

/** How requests to one target show who asks. */
export interface Authorizer {
  /**
   * The headers that authenticate one try of a request; asked for anew at each try. `callerToken` is the caller's
   * own, empty if there is none. Throws Problem where nothing can be sent.
   */
  authorize(
    request: UpstreamRequest,
    callerToken: string,
  ): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  /**
   * Takes note of a refusal and says whether a second try has a chance. A refused request was not carried out, so a
   * create may be tried again. `tried` are the headers that were refused. Throws Problem where new credentials
   * cannot be had.
   */
  mend(answer: UpstreamAnswer, tried: Readonly<Record<string, string>>): Promise<boolean> | boolean;
  /** What a lasting refusal is to the caller; undefined where the target's own words are for the caller. */
  explain(answer: UpstreamAnswer): Refusal | undefined;
  /**
   * What the server itself holds or made and must not be in any answer, whoever repeats it. `sent` are the headers a
   * request was sent with: a token among them may have been replaced since, and still be good.
   */
  secrets(sent: Readonly<Record<string, string>>): readonly string[];
}

/** Requests with the caller's own token, or with `ownToken` for a caller without one (the embedded mock alone). */
export function createTokenAuthorizer(ownToken?: string): Authorizer {
  return {
    authorize(_request, callerToken) {
      const token = callerToken === '' ? ownToken : callerToken;
      if (token !== undefined) return { 'x-auth-token': token };
      throw new Problem('BUILDER.token_missing', 'This target needs a token in X-Auth-Token.');
    },
    mend: () => false,
    explain: () => undefined,
    secrets: () => (ownToken === undefined ? [] : [ownToken]),
  };
}

/** Code and words of a refusal of the credentials; undefined for any other answer. */
export function readRefusal({ status, body }: UpstreamAnswer): string | undefined {
  // IEF itself calls a failed authentication 400 (docs/sources.md, section 4).
  if (status !== 401 && status !== 400) return undefined;
  const json = parseJson(body);
  const { error_code: code, error_msg: message } = asObject(json.ok ? json.value : undefined);
  if (status === 400 && code !== 'IEF.011005') return undefined;
  return `${String(code ?? '')} ${String(message ?? '')}`;
}
