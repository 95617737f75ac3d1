import type { Context } from 'hono';
import type { Edition } from '#src/domain/core/context.ts';
import { formatPath } from '#src/json/path.ts';
import type { JsonResult } from '#src/server/http/body/parse-json.ts';
import { bodyLimits, type JsonError } from '#src/server/http/body/scan-json.ts';
import { MockError, type MockErrorName } from '#src/server/mock-ief/kit/errors.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import type { ExpiredTokens } from './expired-tokens.ts';
import type { PodFault, Tenants } from '#src/server/mock-ief/state/tenants.ts';

/** How a fault changes the effect of a request. */
export interface FaultEffects {
  /** The delay until the change takes effect, in milliseconds. */
  readonly lateMs: number;
  readonly podFault: PodFault | undefined;
}

/** State that handlers need besides the request; passed as Hono's environment. */
export interface MockBindings {
  /** Why the request is refused; undefined if it is not. */
  readonly refusal: string | undefined;
  /** Of the body. */
  readonly byteLength: number;
  /** Parses the body on the first call. */
  readonly readBody: () => JsonResult;
  readonly requestId: string;
  readonly expiredTokens: ExpiredTokens;
  readonly effects: FaultEffects;
  readonly settings: MockSettings;
  readonly tenants: Tenants;
}

export type MockContext = Context<{ Bindings: MockBindings }>;

/** The mock builds and stores objects, so it accepts fewer values than the proxy forwards. */
export const mockLimits = { ...bodyLimits, values: 50_000 };

const names = {
  malformed: 'notJson',
  'too-deep': 'tooDeep',
  'too-many-values': 'tooManyValues',
  'too-many-keys': 'tooManyValues',
  'forbidden-key': 'forbiddenKey',
} as const satisfies Record<JsonError['kind'], MockErrorName>;

/** The JSON of the body, whatever its Content-Type. Throws MockError (400) if it is not accepted. */
export function readBodyJson({ env }: MockContext): unknown {
  const body = env.readBody();
  if (body.ok) return body.value;
  const { kind, path } = body.error;
  if (kind !== 'forbidden-key') throw new MockError(names[kind]);
  throw new MockError('forbiddenKey', `${formatPath(path)}: this key is not allowed`);
}

/** Memory of a value and a key in addition to their text, in bytes; measured with lists of empty objects. */
const VALUE_BYTES = 64;
const KEY_BYTES = 64;
/** Memory of a deployment and a pod in addition to the body. */
const DEPLOYMENT_BYTES = 1024;
const POD_BYTES = 512;

/** Estimates the memory of a deployment with this body and number of pods. */
export function memoryOf({ env }: MockContext, podCount: number): number {
  const body = env.readBody();
  const { values, keys } = body.ok ? body : { values: 0, keys: 0 };
  const sent = env.byteLength + values * VALUE_BYTES + keys * KEY_BYTES;
  return sent + DEPLOYMENT_BYTES + podCount * POD_BYTES;
}

/** A non-empty `ief-instance-id` means platinum (docs/sources.md, section 1). */
export function editionOf({ req }: MockContext): Edition {
  return (req.header('ief-instance-id') ?? '') === '' ? 'professional' : 'platinum';
}

export function queryOf({ req }: MockContext): URLSearchParams {
  return new URL(req.url).searchParams;
}

/** A path parameter; empty if the route does not have it. */
export function pathParam({ req }: MockContext, name: string): string {
  return req.param(name) ?? '';
}
