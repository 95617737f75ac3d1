/** The two languages of the product. */
export type Language = 'en' | 'zh';

/** One sentence or label in both languages. A missing translation is a type error. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
