import { canonicalAddress } from '#src/domain/deployment/values/host-address.ts';
import { getIn } from '#src/json/get-in.ts';
import type { PlacedContainer } from './body-parts.ts';
import { isFilled, isInteger, objectsIn } from './read.ts';

/** A host port or range that a row uses. */
export interface PortUse {
  readonly placed: PlacedContainer;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly isRange: boolean;
  /** As entered; `""` if there is none. */
  readonly ip: string;
  /** In canonical spelling, so that two addresses can be compared. */
  readonly address: string;
}

/** The host ports and ranges of a container. */
export function hostPortsOf(placed: PlacedContainer): readonly PortUse[] {
  const found: PortUse[] = [];
  for (const [index, port] of objectsIn(getIn(placed.container, ['ports']))) {
    const ip = isFilled(port.host_ip) ? port.host_ip : '';
    const spelled = ip === '' ? '' : (canonicalAddress(ip) ?? ip);
    const address = spelled === '0:0:0:0:0:0:0:0' ? '' : spelled;
    const { host_port: single, host_port_range: range } = port;
    if (isInteger(single)) {
      found.push({ placed, index, ip, address, from: single, to: single, isRange: false });
      continue;
    }
    if (range === undefined) continue;
    const min = getIn(range, ['min_port']);
    const max = getIn(range, ['max_port']);
    if (isInteger(min) && isInteger(max))
      found.push({ placed, index, ip, address, from: min, to: max, isRange: true });
  }
  return found;
}

/** True if two uses share a port on an address that both listen on. */
export function isSameHostPort(one: PortUse, other: PortUse): boolean {
  if (one.from > other.to || one.to < other.from) return false;
  return one.address === other.address || covers(one, other) || covers(other, one);
}

/** True if the first listens on every address of the second. 0.0.0.0 covers IPv4 addresses only. */
function covers({ address }: PortUse, other: PortUse): boolean {
  return address === '' || (address === '0.0.0.0' && !other.address.includes(':'));
}
