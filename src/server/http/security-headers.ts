import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Puts the headers of docs/sources.md, section 8, on every answer, errors and refusals too. `secure` says that people
 * reach the server by https.
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    crossOriginEmbedderPolicy: 'require-corp',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    originAgentCluster: '?1',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      usb: [],
      payment: [],
      displayCapture: [],
      clipboardRead: ['self'],
      clipboardWrite: ['self'],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    xContentTypeOptions: 'nosniff',
    xDnsPrefetchControl: 'off',
    xFrameOptions: 'DENY',
    xPermittedCrossDomainPolicies: 'none',
    // Of browsers that are no more.
    xDownloadOptions: false,
    xXssProtection: false,
  });
}

const forData: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ['content-disposition', 'inline; filename="response.json"'],
  ['cache-control', 'no-store'],
  ['vary', 'Sec-Fetch-Site, Origin'],
];

/** Adds what every answer carries that is not the page or a file of it; what the answer set itself is kept. */
export function addDataHeaders(headers: Headers): void {
  for (const [name, value] of forData) if (!headers.has(name)) headers.set(name, value);
  if (headers.get('content-type') === 'application/json') {
    headers.set('content-type', 'application/json; charset=utf-8');
  }
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
