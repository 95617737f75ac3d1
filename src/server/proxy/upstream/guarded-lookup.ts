import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { classifyAddress } from './endpoint.ts';

/** Thrown if a name resolves to an address that is not allowed. */
class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';

  constructor() {
    super('the name leads to an address that is not allowed');
    this.name = 'AddressRefused';
  }
}

/**
 * A DNS lookup that always refuses link-local addresses, and refuses private and loopback ones unless `allowPrivate`.
 * The check at startup sees only the configured name; this one sees the address that is dialed.
 */
export function createGuardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupOptions = { ...options, all: true };
    lookup(hostname, all, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const addresses = found as unknown as LookupAddress[];
      const first = addresses[0];
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new AddressRefused(), '', 0);
      }
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };

  function isAllowed(address: string): boolean {
    const kind = classifyAddress(address);
    return kind === 'public' || (allowPrivate && kind !== 'forbidden');
  }
}
