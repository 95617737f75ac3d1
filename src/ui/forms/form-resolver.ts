import { zodResolver } from '@hookform/resolvers/zod';
import { config } from 'zod/mini';

// The page's policy forbids eval, which zod would try out otherwise.
config({ jitless: true });

/** Validates a form by its zod schema. Import it before the schema is built. */
export const formResolver = zodResolver;
