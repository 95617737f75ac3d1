import '#src/domain/core/zod-config.ts';
import { zodResolver } from '@hookform/resolvers/zod';

/** Validates a form by its zod schema. Import this module before any schema is built. */
export const formResolver = zodResolver;
