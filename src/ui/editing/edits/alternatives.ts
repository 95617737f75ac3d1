import type { Json } from '#src/json/value.ts';

/**
 * The last values of the alternatives that an either-or has switched away from, so that switching back restores them.
 * Kept beside the document and lost on reload; undo does not need them.
 */
export interface Alternatives {
  remember(place: string, value: Json | undefined): void;
  recall(place: string): Json | undefined;
}

/** Places are names from stable keys, so they follow moved rows. */
export function createAlternatives(): Alternatives {
  const kept = new Map<string, Json>();
  return {
    remember(place, value) {
      if (value === undefined) kept.delete(place);
      else kept.set(place, value);
    },
    recall: (place) => kept.get(place),
  };
}
