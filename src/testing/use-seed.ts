import fc from 'fast-check';
import { inject } from 'vitest';

// All properties of a run share the seed that was printed.
fc.configureGlobal({ seed: inject('seed') });
