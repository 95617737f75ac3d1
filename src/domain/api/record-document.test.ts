import { expect, test } from 'vitest';
import { validate } from '../deployment/validate.ts';
import { vendorDeployments } from './answers/vendor-answers.fixture.ts';
import { documentOfRecord, updateBodyOf } from './record-document.ts';

test('the vendor’s example becomes a document that can be sent', () => {
  const document = documentOfRecord(vendorDeployments.deployments[0] as never);
  expect(Object.keys(document)).not.toContain('id');
  const issues = validate(document, { edition: 'professional', generation: '2024-04' });
  const errors = issues.filter(({ severity }) => severity === 'error');
  // The names of volumes in the vendor's own responses have a hyphen, which its table forbids.
  expect(errors.filter(({ field }) => field !== 'Volume.name')).toEqual([]);
});

test('empty keys at the root are left out, everything below stays', () => {
  const template = { init_containers: [], containers: [{ name: 'web', version: '', more: null }] };
  expect(
    documentOfRecord({
      id: '1',
      name: 'web',
      description: '',
      source: 'userdefine',
      node_ids: ['n'],
      group_id: 'g',
      tags: [],
      replicas: 0,
      ready_replicas: 0,
      template,
    }),
  ).toEqual({
    name: 'web',
    source: 'userdefined',
    group_id: 'g',
    deployment: { replicas: 0, template },
  });
});

test('the scheme of a probe is written as a request needs it', () => {
  const probe = (scheme: string) => ({ readiness_probe: { http_get: { scheme } } });
  const document = documentOfRecord({ template: { containers: [probe('http')] } });
  expect(document).toMatchObject({ deployment: { template: { containers: [probe('HTTP')] } } });
});

test('an update has description and deployment, and clears a description that is gone', () => {
  const document = { name: 'web', tags: [], deployment: { replicas: 1 } };
  expect(updateBodyOf(document)).toEqual({ deployment: { replicas: 1 } });
  expect(updateBodyOf(document, { description: 'old' })).toEqual({
    description: '',
    deployment: { replicas: 1 },
  });
});
