import {
  defaultConcurrency,
  type ConcurrencyLimits,
} from '#src/server/http/limits/concurrency-limit.ts';
import type { LiveRates } from '#src/server/proxy/live-limits.ts';
import { readLimitSetting, type Environment } from './environment.ts';

/** Every configurable limit; 0 means no limit. */
export interface LimitsConfig {
  readonly live: LiveRates;
  readonly concurrency: ConcurrencyLimits;
  readonly connectionsPerPeer: number;
  /** Wrong secrets per minute and peer. */
  readonly loginsPerMinute: number;
}

/** Adds errors to the list; never throws. */
export function readLimitsConfig(env: Environment, errors: string[]): LimitsConfig {
  const read = (name: string, fallback: number) => readLimitSetting(env, name, fallback, errors);
  return {
    live: {
      requestsPerMinute: read('LIVE_REQUESTS_PER_MINUTE', 600),
      peerRequestsPerSecond: read('LIVE_REQUESTS_PER_SECOND_PER_PEER', 60),
      createsPerMinute: read('LIVE_CREATES_PER_MINUTE_PER_PEER', 10),
    },
    concurrency: {
      inFlight: read('MAX_IN_FLIGHT', defaultConcurrency.inFlight),
      perPeer: read('MAX_IN_FLIGHT_PER_PEER', defaultConcurrency.perPeer),
    },
    connectionsPerPeer: read('MAX_CONNECTIONS_PER_PEER', 256),
    loginsPerMinute: read('LOGINS_PER_MINUTE_PER_PEER', 5),
  };
}
