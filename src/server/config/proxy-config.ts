import { BlockList, isIP } from 'node:net';
import type { Environment } from './environment.ts';
import { classifyAddress } from '#src/server/proxy/upstream/endpoint.ts';
import type { ProxyAddress } from '#src/server/proxy/upstream/proxy-tunnel.ts';

/** Which endpoints the server reaches through a proxy. */
export interface ProxyRules {
  /** Undefined if no proxy is configured. */
  readonly proxy: ProxyAddress | undefined;
  /** The proxy for an endpoint (an origin with scheme); undefined for a direct connection. */
  readonly proxyFor: (endpoint: string) => ProxyAddress | undefined;
}

/** Every connection is direct. */
export const noProxy: ProxyRules = { proxy: undefined, proxyFor: () => undefined };

const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; the lower-case names win, as in curl. `HTTP_PROXY` is the
 * fallback for https endpoints: http endpoints are loopback only and never use a proxy. Adds errors to the list,
 * without the address, which may contain a password. Adds the name of a variable with credentials to
 * `secretVariables`.
 */
export function readProxyConfig(
  env: Environment,
  errors: string[],
  secretVariables: Set<string>,
): ProxyRules {
  const name = VARIABLES.find((name) => (env[name] ?? '') !== '');
  if (name === undefined) return noProxy;
  const url = parseAddress(env[name] ?? '');
  if (url === undefined) {
    errors.push(`${name}: must be the address of an HTTP proxy, such as http://proxy:3128`);
    return noProxy;
  }
  const authorization = readCredentials(url);
  if (authorization === null) {
    errors.push(`${name}: the user or password contains an invalid % escape; write % as %25`);
    return noProxy;
  }
  if (authorization !== undefined) for (const variable of VARIABLES) secretVariables.add(variable);
  const proxy = { origin: url.origin, authorization };
  const isExcluded = readExclusions(env.no_proxy || env.NO_PROXY || '');
  return { proxy, proxyFor: (endpoint) => (isExcluded(new URL(endpoint)) ? undefined : proxy) };
}

/** Parses a proxy address. Without a scheme it means http, as in curl. */
function parseAddress(text: string): URL | undefined {
  const withScheme = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && url.hostname !== '' ? url : undefined;
}

/** The value of `Proxy-Authorization`; undefined without a user, null if it cannot be decoded. */
function readCredentials({ username, password }: URL): string | undefined | null {
  if (username === '' && password === '') return undefined;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    return null;
  }
}

/**
 * Reads `NO_PROXY`: `*`, names with their subdomains (`example.com`, `.example.com`, `*.example.com`), addresses and
 * CIDR ranges. All but ranges may have a port. Ranges match only endpoints written as addresses; names are not
 * resolved.
 */
function readExclusions(text: string): (endpoint: URL) => boolean {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const ranges = new BlockList();
  for (const entry of entries) addRange(ranges, entry);
  const names = entries.filter((entry) => !entry.includes('/')).map(parseEntry);
  return (endpoint) => {
    const host = hostOf(endpoint.hostname);
    if (isLoopback(host)) return true;
    const port = endpoint.port === '' ? '443' : endpoint.port;
    if (isIP(host) !== 0 && ranges.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')) return true;
    return names.some(
      (entry) =>
        (entry.port === undefined || entry.port === port) &&
        (entry.host === '*' || host === entry.host || host.endsWith(`.${entry.host}`)),
    );
  };
}

function parseEntry(entry: string): { host: string; port: string | undefined } {
  const [, host = entry, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  return { host: hostOf(host.toLowerCase().replace(/^\*?\./, '')), port };
}

/** An invalid range matches nothing, as in other programs. */
function addRange(ranges: BlockList, entry: string): void {
  const [address = '', bits = ''] = entry.split('/');
  const family = isIP(address);
  const isRange = /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32);
  if (family !== 0 && isRange)
    ranges.addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
}

function hostOf(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return isIP(host) !== 0 && classifyAddress(host) === 'loopback';
}
