import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Most characters of a container name (table 6). */
const MAX_LENGTH = 32;

/**
 * A copy of a container that can stand beside it: under a name that is not in `taken`, and without host ports, of
 * which a node has each only once. The form asks for new ones.
 */
export function copyContainer(container: Json, taken: ReadonlySet<string>): Json {
  const copy = structuredClone(container);
  if (!isJsonObject(copy)) return copy;
  const { name, ports } = copy;
  return {
    ...copy,
    ...(typeof name === 'string' && name !== '' && { name: nextName(name, taken) }),
    ...(isJsonList(ports) && { ports: ports.map(withoutHostPort) }),
  };
}

/** `web-2` for `web`, `web-3` for `web-2`: the first that is free. */
function nextName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, digits] = /^(.*?)-(\d{1,6})$/.exec(name) ?? [];
  for (let number = Number(digits ?? 1) + 1; ; number++) {
    const ending = `-${number}`;
    const free = `${stem.slice(0, MAX_LENGTH - ending.length).replace(/-+$/, '')}${ending}`;
    if (!taken.has(free)) return free;
  }
}

function withoutHostPort(port: Json): Json {
  if (!isJsonObject(port)) return port;
  const { host_port: _, ...rest } = port;
  return rest;
}
