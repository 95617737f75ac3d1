import { readEnv } from '../env/read-env.ts';
import type { ConvertRequest } from '../request/kinds.ts';
import type { ReadText } from '../source/read-json.ts';

/**
 * The values of variables: those that the user entered, then those of the env files. A file that only a service names
 * in `env_file` sets variables of its container, not of the compose file; `.env` does both, as with Compose.
 */
export function createVariableLookup(
  { leaves }: ReadText,
  { files = [], variables = {} }: ConvertRequest,
): (name: string) => string | undefined {
  const used = new Set(
    leaves.filter(({ path }) => path.includes('env_file')).map(({ text }) => lastPart(text)),
  );
  const values = new Map<string, string>();
  for (const { name, text } of files) {
    const own = lastPart(name);
    if (used.has(own) && own !== '.env') continue;
    for (const entry of readEnv(text).entries) values.set(entry.name, entry.value);
  }
  return (name) => (Object.hasOwn(variables, name) ? variables[name] : values.get(name));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
