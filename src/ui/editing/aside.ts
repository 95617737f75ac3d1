import type { Json } from '#src/json/value.ts';

/**
 * What the other sides of either-ors last held, so that switching back brings it back. Beside the
 * document, gone on reload; undo does not need it.
 */
export interface Aside {
  keep(place: string, value: Json | undefined): void;
  recall(place: string): Json | undefined;
}

/** An empty side table. Places are names from stable keys, so they follow moved rows. */
export function createAside(): Aside {
  const kept = new Map<string, Json>();
  return {
    keep(place, value) {
      if (value === undefined) kept.delete(place);
      else kept.set(place, value);
    },
    recall: (place) => kept.get(place),
  };
}
