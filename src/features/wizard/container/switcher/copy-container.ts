import { nextName } from '#src/domain/core/next-name.ts';
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
    ...(typeof name === 'string' && name !== '' && { name: nextName(name, taken, MAX_LENGTH) }),
    ...(isJsonList(ports) && { ports: ports.map(withoutHostPort) }),
  };
}

function withoutHostPort(port: Json): Json {
  if (!isJsonObject(port)) return port;
  const { host_port: _, ...rest } = port;
  return rest;
}
