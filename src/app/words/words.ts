import type { en } from './en.ts';

/** The keys of the English words with any text behind them: a missing translation is a type error. */
export type Words = Translated<typeof en>;

// Chinese has one plural form, so the singular keys may be absent.
type Translated<T> = T extends string
  ? string
  : { readonly [K in keyof T as K extends `${string}_one` ? never : K]: Translated<T[K]> };
