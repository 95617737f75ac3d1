import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findPreset, iamEndpointIn, presetNames } from '#src/domain/api/regions.ts';
import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { withoutMark, type Environment } from './environment.ts';
import { readAuth, type AuthConfig } from './auth-config.ts';
import { findEndpointError } from '#src/server/proxy/upstream/endpoint.ts';

/** Checks each key by itself; {@link checkTarget} checks combinations. */
const target = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits and hyphens')
    .refine((id) => id !== 'mock', '"mock" is reserved for the embedded mock'),
  label: z.string().trim().min(1, 'must not be empty').max(64, 'must not exceed 64 characters'),
  preset: z
    .string()
    .refine((name) => findPreset(name) !== undefined, {
      error: `is unknown; the presets are ${presetNames.join(', ')}`,
    })
    .optional(),
  endpoint: z.string().optional(),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, 'must be a region such as cn-north-4')
    .optional(),
  projectId: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hex digits')
    .optional(),
  instanceId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be 1 to 64 letters, digits and hyphens')
    .optional(),
  caFile: z.string().min(1, 'must not be empty').optional(),
  allowPrivate: z.boolean().optional(),
  // Read separately, with its secrets: auth-config.ts.
  auth: z.unknown(),
});

const file = z.strictObject({ targets: z.array(target) });

const CERTIFICATE =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----.*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/gs;

type TargetEntry = z.infer<typeof target>;

/** A configured target, with its certificate authority and secrets already read. */
export interface TargetConfig extends Omit<
  TargetEntry,
  'caFile' | 'auth' | 'preset' | 'endpoint' | 'region'
> {
  readonly endpoint: string;
  readonly region: string;
  /** PEM text. */
  readonly ca: string | undefined;
  readonly auth: Exclude<AuthConfig, { kind: 'password' }> | PasswordConfig;
}

/** Sign-in by password, with the IAM endpoint. */
type PasswordConfig = Extract<AuthConfig, { kind: 'password' }> & { readonly iamEndpoint: string };

/**
 * Reads the file named by `IEF_TARGETS`. Adds every error to the list, with its path in the file; the result is then
 * unusable. Adds the names of variables that held a secret to `secretVariables`. Never throws.
 */
export function readTargetsFile(
  path: string,
  errors: string[],
  env: Environment,
  secretVariables: Set<string>,
): TargetConfig[] {
  const text = readText(path);
  if (text === undefined) {
    errors.push('IEF_TARGETS: the file cannot be read');
    return [];
  }
  let json: unknown;
  try {
    json = JSON.parse(withoutMark(text));
  } catch {
    errors.push('IEF_TARGETS: the file is not JSON');
    return [];
  }
  const result = file.safeParse(json);
  for (const issue of result.error?.issues ?? []) {
    errors.push(`IEF_TARGETS: ${formatPlace(issue.path)}: ${issue.message}`);
  }
  // Check everything else even if the schema fails, so that one start reports all errors.
  const all = asList(asObject(json).targets).map(asObject);
  return all.flatMap((entry, index) => {
    const report = (place: string, error: string) =>
      errors.push(`IEF_TARGETS: targets[${index}].${place}: ${error}`);
    if (typeof entry.id === 'string' && all.findIndex(({ id }) => id === entry.id) < index) {
      report('id', `"${entry.id}" is used by another target`);
    }
    checkTarget(entry, report);
    const ca = readAuthority(entry, report);
    const auth = readAuth(entry.auth, env, report, secretVariables);
    const configured = result.data?.targets[index];
    if (configured === undefined || auth === undefined) return [];
    return [joinTarget(configured, ca, auth)];
  });
}

type Report = (place: string, error: string) => void;

function checkTarget({ preset, endpoint, region, allowPrivate, auth }: JsonObject, report: Report) {
  const checkHost = (place: string, host: unknown) => {
    if (typeof host !== 'string') return;
    const error = findEndpointError(host, allowPrivate === true);
    if (error !== undefined) report(place, error);
  };
  if (preset === undefined) {
    const missing = 'is missing; set it, or use a preset such as "cn-north-4"';
    if (region === undefined) report('region', missing);
    if (endpoint === undefined) report('endpoint', missing);
    checkHost('endpoint', endpoint);
  } else {
    if (endpoint !== undefined) report('endpoint', 'must not be set together with a preset');
    if (region !== undefined) report('region', 'must not be set together with a preset');
  }
  checkHost('auth.iamEndpoint', asObject(auth).iamEndpoint);
}

function readAuthority({ caFile }: JsonObject, report: Report): string | undefined {
  if (typeof caFile !== 'string' || caFile === '') return undefined;
  const ca = readText(caFile);
  const error = ca === undefined ? 'the file cannot be read' : findAuthorityError(ca);
  if (error !== undefined) report('caFile', error);
  return ca;
}

/** TLS ignores a text without certificates, and then trusts no target at all. */
function findAuthorityError(text: string): string | undefined {
  const certificates = text.match(CERTIFICATE) ?? [];
  try {
    const read = certificates.map((certificate) => new X509Certificate(certificate));
    if (read.length > 0) return undefined;
  } catch {
    // Reported below.
  }
  return 'the file must contain certificates in PEM format';
}

function joinTarget(
  configured: TargetEntry,
  ca: string | undefined,
  auth: AuthConfig,
): TargetConfig {
  const { caFile: _, auth: __, preset, endpoint = '', region = '', ...rest } = configured;
  const place = (preset === undefined ? undefined : findPreset(preset)) ?? { endpoint, region };
  if (auth.kind !== 'password') return { ...rest, ...place, ca, auth };
  const iamEndpoint = auth.iamEndpoint ?? iamEndpointIn(place.region);
  return { ...rest, ...place, ca, auth: { ...auth, iamEndpoint } };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function formatPlace(path: readonly PropertyKey[]): string {
  const place = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return place === '' ? 'the file' : place;
}
