import { config } from 'zod/mini';

// Before any schema is made: zod must not try to compile code, which the page's Content-Security-Policy forbids.
config({ jitless: true });
