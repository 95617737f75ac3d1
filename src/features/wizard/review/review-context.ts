import { createContext, use } from 'react';
import type { Path } from '#src/json/path.ts';
import type { FactContext } from './facts.ts';
import type { ValueFormatter } from './format-value.ts';

/** What the cards of the review share. */
export interface Review {
  readonly facts: FactContext;
  readonly formatter: ValueFormatter;
  /** Leads to the field at a path. */
  goTo(path: Path): void;
}

export const ReviewContext = createContext<Review | undefined>(undefined);

/** The review around a card. Throws outside of one: a programmer's error. */
export function useReview(): Review {
  const review = use(ReviewContext);
  if (review === undefined) throw new Error('useReview needs a ReviewContext around it');
  return review;
}
