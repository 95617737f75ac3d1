import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findEndpointMistake } from './endpoint.ts';

const notYet = (kind: string) =>
  `auth.kind "${kind}" is not available yet in this release; use "token", where each person gives a token`;

const auth = z
  .object({ kind: z.string() })
  .loose()
  .superRefine(({ kind, ...rest }, context) => {
    if (kind === 'password' || kind === 'aksk') {
      context.addIssue({ code: 'custom', message: notYet(kind) });
    } else if (kind !== 'token') {
      context.addIssue({ code: 'custom', message: 'kind must be "token"' });
    } else if (Object.keys(rest).length > 0) {
      context.addIssue({
        code: 'custom',
        message: `has unknown keys: ${Object.keys(rest).join(', ')}`,
      });
    }
  });

const target = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits and hyphens')
      .refine((id) => id !== 'mock', '"mock" is the embedded mock'),
    label: z.string().trim().min(1, 'must not be empty').max(64, 'must not exceed 64 characters'),
    endpoint: z.string(),
    region: z.string().regex(/^[a-z0-9-]{1,32}$/, 'must be a region such as cn-north-4'),
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
    auth,
  })
  .superRefine(({ endpoint, allowPrivate = false }, context) => {
    const mistake = findEndpointMistake(endpoint, allowPrivate);
    if (mistake !== undefined) {
      context.addIssue({ code: 'custom', path: ['endpoint'], message: mistake });
    }
  });

const file = z.strictObject({ targets: z.array(target) }).superRefine(({ targets }, context) => {
  targets.forEach(({ id }, index) => {
    if (targets.findIndex((other) => other.id === id) === index) return;
    context.addIssue({
      code: 'custom',
      path: ['targets', index, 'id'],
      message: `"${id}" is used by another target`,
    });
  });
});

/** One configured target, with its certificate authority already read. */
export interface TargetConfig extends Omit<z.infer<typeof target>, 'caFile' | 'auth'> {
  /** PEM text. */
  readonly ca: string | undefined;
}

/**
 * Reads the file `IEF_TARGETS` names. Every mistake is added to the list, with its place in the
 * file; the result is then of no use. Never throws.
 */
export function readTargetsFile(path: string, mistakes: string[]): TargetConfig[] {
  const text = readText(path);
  if (text === undefined) {
    mistakes.push('IEF_TARGETS: the file cannot be read');
    return [];
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    mistakes.push('IEF_TARGETS: the file is no JSON');
    return [];
  }
  const result = file.safeParse(json);
  if (!result.success) {
    for (const issue of result.error.issues) {
      mistakes.push(`IEF_TARGETS: ${formatPlace(issue.path)}: ${issue.message}`);
    }
    return [];
  }
  return result.data.targets.map((configured, index) => {
    const { caFile, auth: _, ...rest } = configured;
    const ca = caFile === undefined ? undefined : readText(caFile);
    if (caFile !== undefined && ca === undefined) {
      mistakes.push(`IEF_TARGETS: targets[${index}].caFile: the file cannot be read`);
    }
    return { ...rest, ca };
  });
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
