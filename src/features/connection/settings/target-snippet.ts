import { findPreset, regions } from '#src/domain/api/regions.ts';

export const snippetAuths = ['token', 'password', 'aksk'] as const;
export type SnippetAuth = (typeof snippetAuths)[number];

const auths: Readonly<Record<SnippetAuth, Readonly<Record<string, string>>>> = {
  token: { kind: 'token' },
  password: {
    kind: 'password',
    domain: 'ACCOUNT',
    user: 'IAM-USER',
    passwordEnv: 'IEF_PASSWORD',
  },
  aksk: { kind: 'aksk', accessKeyEnv: 'IEF_ACCESS_KEY', secretKeyEnv: 'IEF_SECRET_KEY' },
};

/** A targets file with one target at a preset host. It names variables and never contains a secret. */
export function targetSnippet(preset: string, auth: SnippetAuth): string {
  const region = findPreset(preset)?.region ?? preset;
  const label = regions.find(({ id }) => id === region)?.label.en ?? region;
  const target = { id: region, label: `${label} (${region})`, preset, auth: auths[auth] };
  return JSON.stringify({ targets: [target] }, null, 2);
}
