import { standardLimits, type MockOptions } from '#src/server/mock-ief/kit/options.ts';
import { readLimitSetting, readList, readSwitch, type Environment } from './environment.ts';

/** The part of the mock's options that comes from the environment. */
export type MockConfig = Omit<MockOptions, 'clock' | 'newId'>;

/** Most nodes that can be added: a list of them is built at each request. */
const MOST_NODES = 10_000;
const BYTES_OF_MB = 1024 * 1024;

/** Default for creates per second: an embedded mock shares its server with others. */
export const standardCreatesPerSecond = { embedded: 20, alone: 0 } as const;

/**
 * Reads `MOCK_TOKENS`, `MOCK_AK` and `MOCK_SK`, `MOCK_CREATE_STATUS`, `MOCK_GENERATION`, `MOCK_STRICT_REFERENCES`,
 * `MOCK_SEED`, the limits `MOCK_MAX_MB`, `MOCK_MAX_DEPLOYMENTS` and `MOCK_CREATES_PER_SECOND`, `MOCK_NODES`, and the
 * times `MOCK_..._MS`. Mistakes are added to the list; never throws.
 */
export function readMockConfig(
  env: Environment,
  mistakes: string[],
  place: keyof typeof standardCreatesPerSecond,
): MockConfig {
  const access = env.MOCK_AK ?? '';
  const secret = env.MOCK_SK ?? '';
  if ((access === '') !== (secret === '')) {
    mistakes.push('MOCK_AK and MOCK_SK: both or neither must be set');
  }
  const status = env.MOCK_CREATE_STATUS ?? '';
  if (!['', '200', '201'].includes(status)) mistakes.push('MOCK_CREATE_STATUS: must be 200 or 201');
  const generation = env.MOCK_GENERATION ?? '';
  if (!['', '2024-04', '2025'].includes(generation)) {
    mistakes.push('MOCK_GENERATION: must be 2024-04 or 2025');
  }
  return {
    tokens: readList(env, 'MOCK_TOKENS'),
    keys: access === '' || secret === '' ? undefined : { access, secret },
    createStatus: status === '201' ? 201 : 200,
    generation: generation === '2025' ? '2025' : '2024-04',
    strictReferences: readSwitch(env, 'MOCK_STRICT_REFERENCES', mistakes),
    ...(env.MOCK_SEED === undefined || env.MOCK_SEED === '' ? {} : { seed: env.MOCK_SEED }),
    limits: {
      bytes:
        readLimitSetting(env, 'MOCK_MAX_MB', standardLimits.bytes / BYTES_OF_MB, mistakes) *
        BYTES_OF_MB,
      deployments: readLimitSetting(
        env,
        'MOCK_MAX_DEPLOYMENTS',
        standardLimits.deployments,
        mistakes,
      ),
      createsPerSecond: readLimitSetting(
        env,
        'MOCK_CREATES_PER_SECOND',
        standardCreatesPerSecond[place],
        mistakes,
      ),
    },
    nodeCount: readNodeCount(env, mistakes),
    ...readTimes(env, mistakes),
  };
}

function readNodeCount(env: Environment, mistakes: string[]): number {
  const text = env.MOCK_NODES ?? '';
  if (/^\d{0,5}$/.test(text) && Number(text) <= MOST_NODES) return Number(text);
  mistakes.push(`MOCK_NODES: must be a whole number from 0 to ${MOST_NODES}`);
  return 0;
}

const times = {
  podStartMs: 'MOCK_POD_START_MS',
  slowMs: 'MOCK_SLOW_MS',
  lateMs: 'MOCK_LATE_MS',
  slowPullMs: 'MOCK_SLOW_PULL_MS',
} as const;

/** The mock's times that are set, in milliseconds; those that are not keep their defaults. */
function readTimes(
  env: Environment,
  mistakes: string[],
): Partial<Record<keyof typeof times, number>> {
  const set: Partial<Record<keyof typeof times, number>> = {};
  for (const key of Object.keys(times) as (keyof typeof times)[]) {
    const text = env[times[key]] ?? '';
    if (text === '') continue;
    if (/^\d{1,7}$/.test(text)) set[key] = Number(text);
    else mistakes.push(`${times[key]}: must be a whole number of milliseconds, at most 7 digits`);
  }
  return set;
}
