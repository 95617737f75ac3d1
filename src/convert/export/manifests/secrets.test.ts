/** Secrets that become variables, in the notations with a report. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { exportDocument } from '../export-document.ts';
import type { ExportKind } from '../request/export-request.ts';

const body: Json = {
  name: 'shop',
  node_ids: [],
  description: 'its password is hunter2hunter2',
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always' },
      containers: [
        {
          name: 'web',
          image_url: 'web:1',
          command: ['sh', '-c', 'run --password=hunter2hunter2 --verbose'],
          args: ['--password=hunter2hunter2', '--token', 'abc', '--keep=$(TOKEN)'],
          envs: [
            { name: 'DB_PASSWORD', value: 'hunter2hunter2' },
            { name: 'PASSWORD', value: '' },
          ],
          liveness_probe: { exec: { command: 'mysqladmin --password=hunter2hunter2 ping' } },
        },
        { name: 'other', image_url: 'b', args: ['--token=abc'] },
      ],
    },
  },
};

const exported = (to: ExportKind, secrets: 'omit' | 'variable' = 'variable') =>
  exportDocument({ document: body, to, secrets });

describe('a Kubernetes manifest', () => {
  const { text, account } = exported('kubernetes');
  const manifest = parse(text) as Json;
  const web = ['spec', 'template', 'spec', 'containers', 0];
  const other = ['spec', 'template', 'spec', 'containers', 1];
  const fromKey = (name: string, key: string) => ({
    name,
    valueFrom: { secretKeyRef: { name: 'shop-secrets', key } },
  });

  test('refers to variables in command and args, which Kubernetes expands there', () => {
    expect(getIn(manifest, [...web, 'args'])).toEqual([
      '--password=$(PASSWORD_2)',
      '--token',
      '$(TOKEN_2)',
      '--keep=$(TOKEN)',
    ]);
    const script = getIn(manifest, [...web, 'command', 2]);
    const names = (getIn(manifest, [...web, 'env']) as { name: string }[]).map(({ name }) => name);
    expect(script).toMatch(/^\$\(\w+\)$/);
    expect(names).toContain(String(script).slice(2, -1));
  });

  test('takes every variable from the Secret, under a name that means nothing else', () => {
    expect(getIn(manifest, [...web, 'env'])).toEqual([
      fromKey('DB_PASSWORD', 'DB_PASSWORD'),
      { name: 'PASSWORD', value: '' },
      fromKey('SECRET', 'SECRET'),
      fromKey('PASSWORD_2', 'PASSWORD'),
      fromKey('TOKEN_2', 'TOKEN'),
    ]);
    expect(getIn(manifest, [...other, 'args'])).toEqual(['--token=$(TOKEN)']);
    expect(getIn(manifest, [...other, 'env'])).toEqual([fromKey('TOKEN', 'TOKEN')]);
  });

  test('says where Kubernetes expands nothing, and writes a placeholder there', () => {
    const lost = account!.report.filter(({ level }) => level === 'lost');
    expect(lost.map(({ source, message }) => [source, message.en])).toEqual([
      [
        'description',
        '“***”: Kubernetes expands no variables here. Replace ${DB_PASSWORD_2} before you apply the manifest.',
      ],
      [
        'deployment.template.containers[0].liveness_probe.exec.command',
        '“***”: Kubernetes expands no variables here. Replace ${SECRET_2} before you apply the manifest.',
      ],
    ]);
    expect(getIn(manifest, [...web, 'livenessProbe', 'exec', 'command'])).toEqual([
      'sh',
      '-c',
      '${SECRET_2}',
    ]);
    expect(getIn(manifest, ['metadata', 'annotations', 'kubernetes.io/description'])).toBe(
      '${DB_PASSWORD_2}',
    );
  });
});

test.each([
  'json',
  'curl',
  'powershell',
  'python',
  'go',
  'kubernetes',
  'compose',
  'docker-run',
] as const)('%s contains neither a secret, nor a copy of one, nor a mark', (to) => {
  for (const secrets of ['omit', 'variable'] as const) {
    const { text, account } = exported(to, secrets);
    for (const part of ['hunter2', 'abc', '@0@', '@1@']) {
      expect(text).not.toContain(part);
      expect(JSON.stringify(account ?? {})).not.toContain(part);
    }
  }
});

test('the health check of a compose file runs a line that is a variable in a shell', () => {
  const file = parse(exported('compose').text) as Json;
  expect(getIn(file, ['services', 'web', 'healthcheck', 'test'])).toEqual([
    'CMD-SHELL',
    '${SECRET_2}',
  ]);
});
