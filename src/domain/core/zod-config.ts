import { config } from 'zod/mini';

// Set before any schema is created: zod must not compile code, because the page's Content-Security-Policy
// forbids it.
config({ jitless: true });
