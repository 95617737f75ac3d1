import type { Json } from '#src/json/value.ts';

/**
 * The last values of choices the user has switched away from, so that switching back restores them. Not part of the
 * document, and lost on reload.
 */
export interface Alternatives {
  remember(name: string, value: Json | undefined): void;
  recall(name: string): Json | undefined;
}

/** Names are made of stable keys, so values follow moved rows. */
export function createAlternatives(): Alternatives {
  const values = new Map<string, Json>();
  return {
    remember(name, value) {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    },
    recall: (name) => values.get(name),
  };
}
