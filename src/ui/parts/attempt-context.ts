import { createContext } from 'react';

/** Identifies one attempt of a `PartBoundary` to render its part. */
export const AttemptContext = createContext<object>({});
