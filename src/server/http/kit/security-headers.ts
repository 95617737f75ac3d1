/**
 * Set on every response, including errors (docs/sources.md, section 8). `secure`: users reach the server over https.
 */
function forAll(secure: boolean): Readonly<Record<string, string>> {
  return {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=(), clipboard-read=(self), clipboard-write=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Added to every response except the page and its files, unless the response already has them. */
const forData = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'content-disposition': 'inline; filename="response.json"',
  'cache-control': 'no-store',
  vary: 'Sec-Fetch-Site, Origin',
} as const;

/** For the page and its files, and for everything else. */
export interface SecurityHeaders {
  readonly page: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
}

export function createSecurityHeaders(secure: boolean): SecurityHeaders {
  const page = forAll(secure);
  return { page, data: { ...page, ...forData } };
}

/**
 * The content security policy of the page, its scripts and its workers: no other origins, no inline script, styles
 * only by nonce, Trusted Types with one policy (for the worker's URL).
 */
export function pagePolicy(nonce: string, secure: boolean, basePath: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types ief-worker',
    'report-to csp',
    `report-uri ${basePath}/csp-report`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
