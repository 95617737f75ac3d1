/** On every answer (docs/sources.md, section 8). */
const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=(), clipboard-read=(self), clipboard-write=(self)',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
};

/** What an answer is, which decides its caching and content policy. */
export type AnswerKind = 'data' | 'file';

const forKind: Record<AnswerKind, Readonly<Record<string, string>>> = {
  data: {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-disposition': 'inline; filename="response.json"',
    'cache-control': 'no-store',
    vary: 'Sec-Fetch-Site, Origin',
  },
  // A file brings its own caching; a policy is needed on scripts too, for workers made of them.
  file: {},
};

/** The transport header, for servers that are reached by https. */
const strictTransport = 'max-age=31536000; includeSubDomains';

/**
 * Adds the security headers to an answer of ours, keeping what the answer set itself.
 * `secure` says that people reach the server by https.
 */
export function addSecurityHeaders(headers: Headers, kind: AnswerKind, secure: boolean): void {
  for (const [name, value] of Object.entries({ ...everywhere, ...forKind[kind] })) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (headers.get('content-type') === 'application/json') {
    headers.set('content-type', 'application/json; charset=utf-8');
  }
  if (secure) headers.set('strict-transport-security', strictTransport);
}

/**
 * The content policy of the page, its scripts and its workers: nothing from elsewhere, no inline
 * script, styles by nonce alone, Trusted Types with one policy (for the worker's address).
 */
export function pagePolicy(nonce: string, secure: boolean): string {
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
    'report-uri /csp-report',
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
