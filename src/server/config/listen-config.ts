import { classifyAddress } from '#src/server/proxy/upstream/endpoint.ts';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { readList, readPortSetting, type Environment } from './environment.ts';
import { findRangeError } from '#src/server/http/limits/peers.ts';
import { readSecret } from './secrets.ts';

/** In PEM format. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Where the server listens and how users reach it. */
export interface ListenConfig {
  /** The first is required; the others are optional. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly isLoopback: boolean;
  readonly allowedHosts: readonly string[];
  readonly publicOrigin: string | undefined;
  /** Such as `/ief-builder`; empty at the root. */
  readonly basePath: string;
  readonly trustedProxies: readonly string[];
  readonly tls: TlsFiles | undefined;
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
}

/** Both loopback families, so that `localhost` reaches this server whichever it resolves to. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Reads `HOST`, `PORT`, `ALLOWED_HOSTS`, `PUBLIC_ORIGIN`, `BASE_PATH`, `TRUSTED_PROXIES`, `TLS_CERT_FILE`,
 * `TLS_KEY_FILE`, `METRICS_PORT` and `METRICS_HOST`. Adds errors to the list; never throws.
 */
export function readListenConfig(env: Environment, errors: string[]): ListenConfig {
  const host = readHost(env.HOST);
  const config: ListenConfig = {
    hosts: host === undefined ? LOOPBACK : [host],
    port: readPortSetting(env, 'PORT', 8080, errors),
    isLoopback: host === undefined || isLoopback(host),
    allowedHosts: readList(env, 'ALLOWED_HOSTS'),
    publicOrigin: readOrigin(env, errors),
    basePath: readBasePath(env, errors),
    trustedProxies: readList(env, 'TRUSTED_PROXIES'),
    tls: readTls(env, errors),
    metrics:
      nonEmpty(env.METRICS_PORT) === undefined
        ? undefined
        : {
            host: readHost(env.METRICS_HOST) ?? '127.0.0.1',
            port: readPortSetting(env, 'METRICS_PORT', 0, errors),
          },
  };
  for (const allowed of config.allowedHosts) {
    if (!/^[A-Za-z0-9.:[\]-]+$/.test(allowed)) {
      errors.push(
        'ALLOWED_HOSTS: must be a comma-separated list of host or host:port, without wildcards',
      );
    }
  }
  for (const range of config.trustedProxies) {
    const error = findRangeError(range);
    if (error !== undefined) errors.push(`TRUSTED_PROXIES: ${error}`);
  }
  if (!config.isLoopback && config.tls === undefined) {
    const isProxied = config.publicOrigin?.startsWith('https:') && config.trustedProxies.length > 0;
    if (!isProxied) {
      errors.push(
        'HOST: an address that others can reach needs TLS: set TLS_CERT_FILE and TLS_KEY_FILE, or put a TLS proxy in front and set PUBLIC_ORIGIN=https://... and TRUSTED_PROXIES',
      );
    }
  }
  return config;
}

/** Says that other machines can connect, but that no name of this server is known; otherwise empty. */
export function warningOfHosts(
  config: Pick<ListenConfig, 'isLoopback' | 'publicOrigin' | 'allowedHosts'>,
): string {
  const { isLoopback, publicOrigin, allowedHosts } = config;
  if (isLoopback || publicOrigin !== undefined || allowedHosts.length > 0) return '';
  return 'Only loopback names are accepted: set PUBLIC_ORIGIN to the address that users open.\n';
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** An IPv6 address may be in brackets, as in a URL. */
function readHost(text = ''): string | undefined {
  return nonEmpty(text.trim().replace(/^\[(.*)\]$/, '$1'));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || classifyAddress(host) === 'loopback';
}

function readOrigin(env: Environment, errors: string[]): string | undefined {
  const text = nonEmpty(env.PUBLIC_ORIGIN);
  if (text === undefined) return undefined;
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
  } catch {
    // Reported below.
  }
  errors.push(
    'PUBLIC_ORIGIN: must be an origin such as https://builder.example.com; put a path in BASE_PATH',
  );
  return undefined;
}

/** Drops a trailing slash, so that `/` is the root. */
function readBasePath(env: Environment, errors: string[]): string {
  const path = (env.BASE_PATH ?? '').replace(/\/$/, '');
  const isPlain = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(path);
  if (isPlain && path.length <= 100) return path;
  errors.push(
    'BASE_PATH: must be a path such as /ief-builder, of letters, digits, hyphens, dots and underscores',
  );
  return '';
}

function readTls(env: Environment, errors: string[]): TlsFiles | undefined {
  const [certFile, keyFile] = [nonEmpty(env.TLS_CERT_FILE), nonEmpty(env.TLS_KEY_FILE)];
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) {
    errors.push('TLS_CERT_FILE and TLS_KEY_FILE: set both or neither');
    return undefined;
  }
  const cert = readText(certFile);
  const key = readSecret({ file: keyFile }, env, 'pem');
  if (cert === undefined) errors.push('TLS_CERT_FILE: the file cannot be read');
  if ('error' in key) errors.push(`TLS_KEY_FILE: ${key.error}`);
  if (cert === undefined || 'error' in key) return undefined;
  try {
    createSecureContext({ cert, key: key.secret });
  } catch {
    errors.push('TLS_CERT_FILE and TLS_KEY_FILE: must be a PEM certificate and its key');
    return undefined;
  }
  return { cert, key: key.secret };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
