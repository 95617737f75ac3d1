import { isLoopbackHost } from '#src/server/http/kit/allowed-hosts.ts';
import { logLevels } from '#src/server/http/kit/request-log.ts';
import { readAccessConfig, type AccessConfig } from './access-config.ts';
import { ConfigError, readPortSetting, type Environment } from './environment.ts';
import { readLimitsConfig, type LimitsConfig } from './limits-config.ts';
import { readListenConfig, type ListenConfig } from './listen-config.ts';
import { readMockConfig, type MockConfig } from './mock-config.ts';
import { noProxy, readProxyConfig, type ProxyRules } from './proxy-config.ts';
import { readStoreConfig, type StoreConfig } from './store-config.ts';
import { readTargetsFile, type TargetConfig } from './targets-file.ts';

/** Everything that is configurable. */
export interface Config {
  readonly listen: ListenConfig;
  readonly targets: readonly TargetConfig[];
  readonly proxies: ProxyRules;
  readonly access: AccessConfig;
  readonly limits: LimitsConfig;
  readonly logLevel: (typeof logLevels)[number];
  /** Undefined if `IEF_MOCK=off`. */
  readonly mock: MockConfig | undefined;
  readonly store: StoreConfig;
}

/** Where the standalone mock listens, and how it behaves. */
export interface MockMainConfig {
  readonly host: string;
  readonly port: number;
  readonly mock: MockConfig;
}

const TLS_ERROR = 'NODE_TLS_REJECT_UNAUTHORIZED: must not disable certificate checks';

/**
 * Reads the server's configuration. Throws ConfigError with all errors. Adds the names of variables that held a
 * secret to `secretVariables`; the caller removes them from its environment.
 */
export function readConfig(env: Environment, secretVariables = new Set<string>()): Config {
  const errors: string[] = [];
  const file = env.IEF_TARGETS ?? '';
  const config: Config = {
    listen: readListenConfig(env, errors),
    targets: file === '' ? [] : readTargetsFile(file, errors, env, secretVariables),
    // Only live targets use a proxy, so without any, errors in these variables do not matter.
    proxies: file === '' ? noProxy : readProxyConfig(env, errors, secretVariables),
    access: readAccessConfig(env, errors, secretVariables),
    limits: readLimitsConfig(env, errors),
    logLevel: readLogLevel(env, errors),
    mock: isMockOff(env, errors) ? undefined : readMockConfig(env, errors, 'embedded'),
    store: readStoreConfig(env, errors, secretVariables),
  };
  if (config.mock === undefined && file === '') {
    errors.push(
      'IEF_MOCK: off leaves no target; set IEF_TARGETS to a targets file, or remove IEF_MOCK',
    );
  }
  const holdsCredentials = config.targets.some(({ auth }) => auth.kind !== 'token');
  if (holdsCredentials && !config.listen.isLoopback && config.access.secret === undefined) {
    errors.push(
      'ACCESS_SECRET: set it (or ACCESS_SECRET_FILE), because others can reach this server and a target uses a password or key',
    );
  }
  const origin = config.listen.publicOrigin;
  if (holdsCredentials && origin?.startsWith('http:') && !isLoopbackHost(new URL(origin).host)) {
    errors.push('PUBLIC_ORIGIN: must begin with https://, because a target uses a password or key');
  }
  if (config.targets.length > 0 && env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    errors.push(TLS_ERROR);
  }
  if (errors.length > 0) throw new ConfigError(errors);
  return config;
}

/** Configuration of rollouts on the command line: targets without the embedded mock, which would forget its deployments. */
export type CommandConfig = Pick<Config, 'targets' | 'proxies' | 'limits' | 'store'>;

/** Reads the configuration of `ief-rollout`. Throws ConfigError with all errors. */
export function readCommandConfig(env: Environment): CommandConfig {
  const errors: string[] = [];
  const secretVariables = new Set<string>();
  const file = env.IEF_TARGETS ?? '';
  if (file === '') errors.push('IEF_TARGETS: must name a targets file (docs/targets.md)');
  const config = {
    targets: file === '' ? [] : readTargetsFile(file, errors, env, secretVariables),
    proxies: file === '' ? noProxy : readProxyConfig(env, errors, secretVariables),
    limits: readLimitsConfig(env, errors),
    store: readStoreConfig(env, errors, secretVariables),
  };
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') errors.push(TLS_ERROR);
  if (errors.length > 0) throw new ConfigError(errors);
  return config;
}

/** Reads the configuration of the standalone mock. Throws ConfigError with all errors. */
export function readMockMainConfig(env: Environment): MockMainConfig {
  const errors: string[] = [];
  const config = {
    host: (env.MOCK_HOST ?? '') === '' ? '127.0.0.1' : (env.MOCK_HOST ?? ''),
    port: readPortSetting(env, 'MOCK_PORT', 8090, errors),
    mock: readMockConfig(env, errors, 'standalone'),
  };
  if (errors.length > 0) throw new ConfigError(errors);
  return config;
}

/** The default is `on`. */
function isMockOff(env: Environment, errors: string[]): boolean {
  const text = env.IEF_MOCK ?? '';
  if (!['', 'on', 'off'].includes(text)) errors.push('IEF_MOCK: must be on or off');
  return text === 'off';
}

function readLogLevel(env: Environment, errors: string[]): Config['logLevel'] {
  const requested = env.LOG_LEVEL ?? '';
  const level = logLevels.find((level) => level === requested);
  if (level === undefined && requested !== '') {
    errors.push(`LOG_LEVEL: must be one of ${logLevels.join(', ')}`);
  }
  return level ?? 'info';
}
