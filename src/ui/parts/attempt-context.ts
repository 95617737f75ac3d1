import { createContext } from 'react';

/** Identifies an attempt of a `PartBoundary` to show its part. */
export const AttemptContext = createContext<object>({});
