import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Maximum length of a container name (table 6). */
const MAX_LENGTH = 32;

/**
 * Copies a container under a name that is not in `taken`. Host ports are removed, because a port can be used only once
 * per node.
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

/** The next free name: `web-2` after `web`, `web-3` after `web-2`. */
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
