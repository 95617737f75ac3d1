import type { Context } from 'hono';
import type { Edition } from '#src/domain/core/context.ts';
import { formatPath } from '#src/json/path.ts';
import type { JsonResult } from '#src/server/http/body/parse-json.ts';
import { bodyLimits, type JsonError } from '#src/server/http/body/scan-json.ts';
import { MockError, type MockErrorName } from '#src/server/mock-ief/kit/errors.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import type { Tenants } from '#src/server/mock-ief/state/tenants.ts';

/** How a fault changes the effect of a request. */
export interface FaultEffects {
  /** The change takes effect this many milliseconds later. */
  readonly lateMs: number;
  /** Pods wait long for their image. */
  readonly slowPull: boolean;
}

/** What handlers need besides the request; passed as Hono's environment. */
export interface MockBindings {
  /** Why the request is refused; undefined if it is not. */
  readonly refusal: string | undefined;
  /** Of the body. */
  readonly byteLength: number;
  /** Parses the body at the first call, which needs credentials to get to. */
  readonly readBody: () => JsonResult;
  readonly requestId: string;
  readonly effects: FaultEffects;
  readonly settings: MockSettings;
  readonly tenants: Tenants;
}

/** One request on its way through the mock. */
export type MockContext = Context<{ Bindings: MockBindings }>;

/** The mock builds and keeps objects, so it accepts fewer values than the proxy forwards. */
export const mockLimits = { ...bodyLimits, values: 50_000 };

const names = {
  malformed: 'notJson',
  'too-deep': 'tooDeep',
  'too-many-values': 'tooManyValues',
  'too-many-keys': 'tooManyValues',
  'forbidden-key': 'forbiddenKey',
} as const satisfies Record<JsonError['kind'], MockErrorName>;

/** The JSON of the body, whatever its Content-Type. Throws MockError (400) if we do not accept it. */
export function readBodyJson({ env }: MockContext): unknown {
  const body = env.readBody();
  if (body.ok) return body.value;
  const { kind, path } = body.error;
  if (kind !== 'forbidden-key') throw new MockError(names[kind]);
  throw new MockError('forbiddenKey', `${formatPath(path)}: this key is not allowed`);
}

/** Memory of a value and a key besides their text, in bytes; measured with lists of empty objects. */
const VALUE_BYTES = 64;
const KEY_BYTES = 64;
/** Memory of a deployment and a pod besides what was sent. */
const DEPLOYMENT_BYTES = 1024;
const POD_BYTES = 512;

/** Roughly the memory that a deployment made from this body takes, with this many pods. */
export function memoryOf({ env }: MockContext, podCount: number): number {
  const body = env.readBody();
  const { values, keys } = body.ok ? body : { values: 0, keys: 0 };
  const sent = env.byteLength + values * VALUE_BYTES + keys * KEY_BYTES;
  return sent + DEPLOYMENT_BYTES + podCount * POD_BYTES;
}

/** The edition asked for: a non-empty `ief-instance-id`, and nothing else, makes it platinum (docs/sources.md, section 1). */
export function editionOf({ req }: MockContext): Edition {
  return (req.header('ief-instance-id') ?? '') === '' ? 'professional' : 'platinum';
}

/** The query of the request. */
export function queryOf({ req }: MockContext): URLSearchParams {
  return new URL(req.url).searchParams;
}

/** A captured part of the path; empty if the route has no such part. */
export function pathParam({ req }: MockContext, name: string): string {
  return req.param(name) ?? '';
}
