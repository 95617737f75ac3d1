import { MockError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { isSignatureGood } from './signature.ts';

const START = 'Incorrect IAM authentication information: ';

/**
 * Lets a request through that has a good token or a good signature; else throws MockError
 * unauthorized, the gateway's 401. A token counts before a signature.
 */
export function authorize({ req, env: { bytes, settings } }: Exchange): void {
  const token = req.header('x-auth-token') ?? '';
  if (token !== '') {
    if (settings.tokens.length === 0 || settings.tokens.includes(token)) return;
    throw new MockError('unauthorized', `${START}decrypt token fail`);
  }
  if (req.header('authorization') === undefined) {
    throw new MockError('unauthorized', `${START}x-auth-token not found`);
  }
  const signed = {
    method: req.method,
    url: new URL(req.url),
    headers: req.raw.headers,
    body: bytes,
  };
  if (settings.keys !== undefined && isSignatureGood(signed, settings.keys, settings.clock.wall()))
    return;
  throw new MockError('unauthorized', `${START}verify aksk signature fail`);
}
