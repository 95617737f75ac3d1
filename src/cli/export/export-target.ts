import { readFileSync } from 'node:fs';
import type { ExportPlace } from '#src/convert/export/request/export-request.ts';
import { findPreset } from '#src/domain/api/regions.ts';
import { asList, asObject } from '#src/json/value.ts';

/** The variables of the process. */
export type ExportEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Where requests for a target go; undefined if there is no such target. Reads only the address: the server checks the
 * file, and its credentials are none of our business here.
 */
export function readExportTarget(id: string, env: ExportEnvironment): ExportPlace | undefined {
  if (id === 'mock') return mockPlace(env);
  const target = asList(asObject(readTargets(env.IEF_TARGETS)).targets)
    .map(asObject)
    .find((one) => one.id === id);
  if (target === undefined) return undefined;
  const { preset, endpoint, projectId, instanceId } = target;
  const address = typeof preset === 'string' ? findPreset(preset)?.endpoint : endpoint;
  return {
    ...(typeof address === 'string' && { endpoint: address }),
    ...(typeof projectId === 'string' && { projectId }),
    ...(typeof instanceId === 'string' && { instanceId }),
  };
}

/** The mock of a server that was started with the same variables. */
function mockPlace({
  HOST = '127.0.0.1',
  PORT = '8080',
  BASE_PATH = '',
}: ExportEnvironment): ExportPlace {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const base = BASE_PATH.replaceAll(/^\/*|\/+$/g, '');
  return { endpoint: `http://${host}:${PORT}${base && `/${base}`}/ief/mock` };
}

function readTargets(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
