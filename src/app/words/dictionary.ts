import type { connectionEn } from './connection-en.ts';
import type { en } from './en.ts';
import type { submitEn } from './submit-en.ts';

/** The keys of an English dictionary with any text: a missing translation is a type error. */
export type Dictionary = Translated<typeof en>;
export type ConnectionDictionary = Translated<typeof connectionEn>;
export type SubmitDictionary = Translated<typeof submitEn>;

// Chinese has one plural form, so the singular keys may be absent.
type Translated<T> = T extends string
  ? string
  : { readonly [K in keyof T as K extends `${string}_one` ? never : K]: Translated<T[K]> };
