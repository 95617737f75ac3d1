import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An unusable configuration. `errors` lists everything to fix, one sentence each. */
export class ConfigError extends Error {
  readonly errors: readonly string[];

  constructor(errors: readonly string[]) {
    super(errors.join('\n'));
    this.name = 'ConfigError';
    this.errors = errors;
  }
}

const PORT_ERROR = 'must be a whole number from 0 to 65535';
const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, PORT_ERROR)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT_ERROR);

const limit = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number of at most 6 digits; 0 means no limit')
  .transform(Number);

/**
 * Creates a function that reads a number. An absent or empty variable gives the fallback. Adds errors to the list.
 */
function numberReader(schema: z.ZodType<number>) {
  return (env: Environment, name: string, fallback: number, errors: string[]): number => {
    const text = env[name] ?? '';
    if (text === '') return fallback;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    errors.push(`${name}: ${result.error.issues[0]?.message ?? 'is invalid'}`);
    return fallback;
  };
}

export const readPortSetting = numberReader(port);
export const readLimitSetting = numberReader(limit);

/** Splits a comma-separated variable and drops empty parts. */
export function readList(env: Environment, name: string): string[] {
  return (env[name] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The text of a file without the byte order mark that editors on Windows write. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Reads a switch: `1` is on; `0`, empty and absent are off. Adds errors to the list. */
export function readSwitch(env: Environment, name: string, errors: string[]): boolean {
  const text = env[name] ?? '';
  if (!['', '0', '1'].includes(text)) errors.push(`${name}: must be 1 or 0`);
  return text === '1';
}
