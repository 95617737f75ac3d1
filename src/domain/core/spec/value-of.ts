import type { Fields } from './field.ts';

/**
 * The type of the values that a spec describes. Unknown keys may be present too. `Word` widens every choice, because a
 * response may contain a value that is newer than this code.
 */
export type ValueOf<S, Word extends string = never> = S extends { kind: 'text' | 'amount' }
  ? string
  : S extends { kind: 'integer' }
    ? number
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'choice'; options: readonly { value: infer V }[] }
        ? V | Word
        : S extends { kind: 'strings' }
          ? readonly string[]
          : S extends { kind: 'rows'; row: infer R }
            ? readonly ValueOf<R, Word>[]
            : S extends { kind: 'entries' }
              ? Readonly<Record<string, string>>
              : S extends { kind: 'group'; fields: infer F extends Fields }
                ? RequiredMembers<F, Word> & OptionalMembers<F, Word>
                : never;

type RequiredMembers<F extends Fields, Word extends string> = {
  readonly [K in keyof F as F[K] extends { required: true } ? K : never]: ValueOf<F[K], Word>;
};
type OptionalMembers<F extends Fields, Word extends string> = {
  readonly [K in keyof F as F[K] extends { required: true } ? never : K]?: ValueOf<F[K], Word>;
};
