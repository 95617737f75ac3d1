import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import type { MockContext } from './mock-context.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import { isSignatureGood, mayBeSigned } from './signature.ts';

const START = 'Incorrect IAM authentication information: ';

/**
 * Returns the gateway's reason to refuse a request, or undefined for a valid token or signature. A token takes
 * precedence over a signature. Because a signature covers the body, only its form is checked without `bytes`.
 */
export function findRefusal(
  request: Request,
  settings: MockSettings,
  bytes?: Uint8Array,
): string | undefined {
  const { headers, method, url } = request;
  const token = headers.get('x-auth-token') ?? '';
  if (token !== '') {
    const isGood = settings.tokens.length === 0 || settings.tokens.includes(token);
    return isGood ? undefined : `${START}decrypt token fail`;
  }
  if (!headers.has('authorization')) return `${START}x-auth-token not found`;
  const { keys, clock } = settings;
  const isGood =
    keys !== undefined &&
    mayBeSigned(headers, keys, clock.wall()) &&
    (bytes === undefined ||
      isSignatureGood({ method, url: new URL(url), headers, body: bytes }, keys));
  return isGood ? undefined : `${START}verify aksk signature fail`;
}

/** Throws MockError unauthorized (the gateway's 401) if the request was refused. */
export function authorize({ env: { refusal } }: MockContext): void {
  if (refusal !== undefined) throw new MockError('unauthorized', refusal);
}
