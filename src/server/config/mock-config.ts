import { generations, isGeneration, PAGE_GENERATION } from '#src/domain/core/context.ts';
import { defaultMockLimits, type MockOptions } from '#src/server/mock-ief/kit/options.ts';
import { readLimitSetting, readList, readSwitch, type Environment } from './environment.ts';

/** The mock's options that come from the environment. */
export type MockConfig = Omit<MockOptions, 'clock' | 'newId'>;

/** A limit, because the node list is built on each request. */
const MAX_NODES = 10_000;
const BYTES_OF_MB = 1024 * 1024;

/** Default creates per second. The embedded mock shares its server with other requests. */
export const defaultCreatesPerSecond = { embedded: 20, standalone: 0 } as const;

/**
 * Reads `MOCK_TOKENS`, `MOCK_AK` and `MOCK_SK`, `MOCK_CREATE_STATUS`, `MOCK_GENERATION`, `MOCK_STRICT_REFERENCES`,
 * `MOCK_SEED`, the limits `MOCK_MAX_MB`, `MOCK_MAX_DEPLOYMENTS` and `MOCK_CREATES_PER_SECOND`, `MOCK_NODES`, and the
 * times `MOCK_..._MS`. Adds errors to the list; never throws.
 */
export function readMockConfig(
  env: Environment,
  errors: string[],
  mode: keyof typeof defaultCreatesPerSecond,
): MockConfig {
  const access = env.MOCK_AK ?? '';
  const secret = env.MOCK_SK ?? '';
  if ((access === '') !== (secret === '')) {
    errors.push('MOCK_AK and MOCK_SK: set both or neither');
  }
  const status = env.MOCK_CREATE_STATUS ?? '';
  if (!['', '200', '201'].includes(status)) errors.push('MOCK_CREATE_STATUS: must be 200 or 201');
  const generation = env.MOCK_GENERATION ?? '';
  if (generation !== '' && !isGeneration(generation)) {
    errors.push(`MOCK_GENERATION: must be ${generations.join(' or ')}`);
  }
  return {
    tokens: readList(env, 'MOCK_TOKENS'),
    keys: access === '' || secret === '' ? undefined : { access, secret },
    createStatus: status === '201' ? 201 : 200,
    generation: isGeneration(generation) ? generation : PAGE_GENERATION,
    strictReferences: readSwitch(env, 'MOCK_STRICT_REFERENCES', errors),
    ...(env.MOCK_SEED === undefined || env.MOCK_SEED === '' ? {} : { seed: env.MOCK_SEED }),
    limits: {
      bytes:
        readLimitSetting(env, 'MOCK_MAX_MB', defaultMockLimits.bytes / BYTES_OF_MB, errors) *
        BYTES_OF_MB,
      deployments: readLimitSetting(
        env,
        'MOCK_MAX_DEPLOYMENTS',
        defaultMockLimits.deployments,
        errors,
      ),
      createsPerSecond: readLimitSetting(
        env,
        'MOCK_CREATES_PER_SECOND',
        defaultCreatesPerSecond[mode],
        errors,
      ),
    },
    nodeCount: readNodeCount(env, errors),
    ...readTimes(env, errors),
  };
}

function readNodeCount(env: Environment, errors: string[]): number {
  const text = env.MOCK_NODES ?? '';
  if (/^\d{0,5}$/.test(text) && Number(text) <= MAX_NODES) return Number(text);
  errors.push(`MOCK_NODES: must be a whole number from 0 to ${MAX_NODES}`);
  return 0;
}

const times = {
  podStartMs: 'MOCK_POD_START_MS',
  slowMs: 'MOCK_SLOW_MS',
  lateMs: 'MOCK_LATE_MS',
  slowPullMs: 'MOCK_SLOW_PULL_MS',
} as const;

/** Returns only the times that are set, in milliseconds. */
function readTimes(
  env: Environment,
  errors: string[],
): Partial<Record<keyof typeof times, number>> {
  const set: Partial<Record<keyof typeof times, number>> = {};
  for (const key of Object.keys(times) as (keyof typeof times)[]) {
    const text = env[times[key]] ?? '';
    if (text === '') continue;
    if (/^\d{1,7}$/.test(text)) set[key] = Number(text);
    else errors.push(`${times[key]}: must be a whole number of milliseconds, at most 7 digits`);
  }
  return set;
}
