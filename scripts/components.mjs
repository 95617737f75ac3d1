// Runs the component tests in a real Chromium; further arguments go to Vitest.
import { join } from 'node:path';
import { runWithChromium } from './with-chromium.mjs';

const cli = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
await runWithChromium([cli, 'run', '--config', 'vitest.components.config.ts']);
