import { classifyAddress } from './endpoint.ts';
import { ConfigError, readList, readPort, type Environment } from './address.ts';
import { readMockConfig, type MockConfig } from './mock-config.ts';
import { readTargetsFile, type TargetConfig } from './targets-file.ts';

/** All that can be set from outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly publicOrigin: string | undefined;
  readonly targets: readonly TargetConfig[];
  /** Requests to live targets in a minute, all callers together; 0 means no limit. */
  readonly liveRequestsPerMinute: number;
  readonly mock: MockConfig;
}

/** Where the mock alone listens, and what it is like. */
export interface MockMainConfig {
  readonly host: string;
  readonly port: number;
  readonly mock: MockConfig;
}

const STANDARD_RATE = 600;

/**
 * Reads the server's configuration. Throws ConfigError with every mistake there is. The names of variables that held
 * a secret are added to `used`: the caller removes them from its environment.
 */
export function readConfig(env: Environment, used = new Set<string>()): Config {
  const mistakes: string[] = [];
  const config: Config = {
    host: nonEmpty(env.HOST) ?? '127.0.0.1',
    port: readPort(env, 'PORT', 8080, mistakes),
    allowedHosts: readList(env, 'ALLOWED_HOSTS'),
    publicOrigin: readOrigin(env, mistakes),
    targets:
      nonEmpty(env.IEF_TARGETS) === undefined
        ? []
        : readTargetsFile(env.IEF_TARGETS ?? '', mistakes, env, used),
    liveRequestsPerMinute: readRate(env, mistakes),
    mock: readMockConfig(env, mistakes),
  };
  for (const host of config.allowedHosts) {
    if (!/^[A-Za-z0-9.:[\]-]+$/.test(host)) {
      mistakes.push('ALLOWED_HOSTS: must be host or host:port, separated by commas, no wildcards');
    }
  }
  if (config.targets.length > 0) {
    if (!isLoopback(config.host) && config.publicOrigin === undefined) {
      mistakes.push('HOST: with live targets, an address others can reach needs PUBLIC_ORIGIN');
    }
    if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
      mistakes.push('NODE_TLS_REJECT_UNAUTHORIZED: must not switch certificate checks off');
    }
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}

/** Reads the configuration of the mock alone. Throws ConfigError with every mistake there is. */
export function readMockMainConfig(env: Environment): MockMainConfig {
  const mistakes: string[] = [];
  const config = {
    host: nonEmpty(env.MOCK_HOST) ?? '127.0.0.1',
    port: readPort(env, 'MOCK_PORT', 8090, mistakes),
    mock: readMockConfig(env, mistakes),
  };
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || classifyAddress(host) === 'loopback';
}

function readOrigin(env: Environment, mistakes: string[]): string | undefined {
  const text = nonEmpty(env.PUBLIC_ORIGIN);
  if (text === undefined) return undefined;
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
  } catch {
    // Said below.
  }
  mistakes.push('PUBLIC_ORIGIN: must be an origin such as https://builder.example.com');
  return undefined;
}

function readRate(env: Environment, mistakes: string[]): number {
  const text = nonEmpty(env.LIVE_REQUESTS_PER_MINUTE);
  if (text === undefined) return STANDARD_RATE;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  mistakes.push('LIVE_REQUESTS_PER_MINUTE: must be a whole number from 0, where 0 means no limit');
  return STANDARD_RATE;
}
