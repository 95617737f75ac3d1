import {
  defaultConcurrency,
  type ConcurrencyLimits,
} from '#src/server/http/limits/concurrency-limit.ts';
import type { LiveRates } from '#src/server/proxy/live-limits.ts';
import { readLimitSetting, type Environment } from './environment.ts';

/** Every limit that can be set; 0 means none. */
export interface LimitsConfig {
  readonly live: LiveRates;
  readonly concurrency: ConcurrencyLimits;
  readonly connectionsPerPeer: number;
  /** Tries of the secret in a minute, of one peer. */
  readonly loginsPerMinute: number;
}

/** Reads the limits. Errors are added to the list; never throws. */
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
