import { describe, expect, it } from 'vitest';
import { getIn } from '#src/json/get-in.ts';
import type { JsonObject } from '#src/json/value.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { applyUpdate } from './apply-update.ts';

const live: JsonObject = {
  name: 'app',
  deployment: {
    replicas: 1,
    template: {
      containers: [
        { name: 'main', image_url: 'app:1', envs: [{ name: 'A', value: '1' }], args: ['-v', '-x'] },
        { name: 'sidecar', image_url: 'side:1' },
      ],
    },
  },
};
const firstContainer = ['deployment', 'template', 'containers', 0];
const main = (container: JsonObject) => ({
  body: { deployment: { template: { containers: [{ name: 'main', ...container }] } } },
});
const mainOf = (document: JsonObject | undefined) => getIn(document ?? {}, firstContainer);

describe('an update of a rollout', () => {
  it('changes what it names, and everything else stays', () => {
    const changed = applyUpdate(live, main({ image_url: 'app:2' }));
    expect(diffDocuments(live, changed ?? {})).toMatchObject([
      { kind: 'changed', pointer: '/deployment/template/containers/0/image_url', after: 'app:2' },
    ]);
  });

  it('matches rows by name and adds those that are missing', () => {
    const envs = [
      { name: 'B', value: '2' },
      { name: 'A', value: '3' },
    ];
    expect(mainOf(applyUpdate(live, main({ envs })))).toHaveProperty('envs', [
      { name: 'A', value: '3' },
      { name: 'B', value: '2' },
    ]);
  });

  it('replaces lists of plain values, and null removes a key', () => {
    expect(mainOf(applyUpdate(live, main({ args: ['-q'], envs: null })))).toEqual({
      name: 'main',
      image_url: 'app:1',
      args: ['-q'],
    });
  });

  it('leaves only the alternative that it sets', () => {
    const envs = [{ name: 'A', value_from: { secret: { name: 's', key: 'k' } } }];
    expect(mainOf(applyUpdate(live, main({ envs })))).toHaveProperty('envs', envs);
  });

  it('puts values by pointer after the body, if their parents exist', () => {
    const image = '/deployment/template/containers/1/image_url';
    const changed = applyUpdate(live, {
      ...main({ image_url: 'app:2' }),
      values: { [image]: 's:2' },
    });
    expect(changed).toMatchObject({
      deployment: { template: { containers: [{ image_url: 'app:2' }, { image_url: 's:2' }] } },
    });
    expect(
      applyUpdate(live, { values: { '/deployment/template/configs/host_network': true } }),
    ).toBe(undefined);
  });
});
