import { createContext, use } from 'react';
import type { Path } from '#src/json/path.ts';
import type { FactContext } from './model/facts.ts';
import type { ValueFormatter } from './model/format-value.ts';

export interface Review {
  readonly facts: FactContext;
  readonly formatter: ValueFormatter;
  goTo(path: Path): void;
}

export const ReviewContext = createContext<Review | undefined>(undefined);

export function useReview(): Review {
  const review = use(ReviewContext);
  if (review === undefined) throw new Error('useReview needs a ReviewContext around it');
  return review;
}
