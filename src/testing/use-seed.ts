import fc from 'fast-check';
import { inject } from 'vitest';

// All property tests of a run share the printed seed.
fc.configureGlobal({ seed: inject('seed') });
