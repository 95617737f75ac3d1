import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';

let confirmed: readonly NamedPlace[] = [];

/** True for the first create at a live place since the page was loaded. */
export function needsConfirmation(place: NamedPlace): boolean {
  return place.kind === 'live' && !confirmed.some((other) => isSamePlace(other, place));
}

/** The user has confirmed to create real deployments at a place. */
export function confirmPlace(place: NamedPlace): void {
  confirmed = [...confirmed, place];
}
