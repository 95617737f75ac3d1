import { describe, expect, it } from 'vitest';
import { pageAnswer, pageRequest } from '#src/domain/deployment/page-examples.ts';
import {
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  NODE,
  PROJECT,
} from '#src/server/scene.fixture.ts';

const OTHER = 'f'.repeat(32);

describe('create', () => {
  it('returns the example of the API page flattened and with defaults', async () => {
    const { ask } = createMockScene();
    const { status, json } = await ask('POST', DEPLOYMENTS, pageRequest());
    expect(status).toBe(200);
    const { tags, ...rest } = json;
    expect(tags).toEqual(pageRequest().tags);
    expect(rest).toEqual({
      ...pageAnswer(),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created_at: '2024-04-22 08:30:15.250000000 +0000 UTC',
      updated_at: '2024-04-22 08:30:15.250000000 +0000 UTC',
    });
  });

  it('returns 201 if configured', async () => {
    const { ask } = createMockScene({ createStatus: 201 });
    expect((await ask('POST', DEPLOYMENTS, makeBody())).status).toBe(201);
  });

  it('returns unknown keys unchanged', async () => {
    const { ask } = createMockScene();
    const body = makeBody('app', { future: { deep: [1, null] } });
    const created = await ask('POST', DEPLOYMENTS, body);
    const shown = await ask('GET', `${DEPLOYMENTS}/${created.json.id}`);
    expect(shown.json.future).toEqual({ deep: [1, null] });
  });

  it('reads JSON whatever the Content-Type', async () => {
    const { ask } = createMockScene();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('POST', DEPLOYMENTS, makeBody(), headers)).status).toBe(200);
  });

  it('refuses a name that is taken in the same tenant', async () => {
    const { ask } = createMockScene();
    await ask('POST', DEPLOYMENTS, makeBody());
    const again = await ask('POST', DEPLOYMENTS, makeBody());
    expect(again).toMatchObject({ status: 400, json: { error_code: 'MOCK.400006' } });
    expect(again.json.error_msg).toMatch(/^name: /);
    const elsewhere = await ask('POST', `/v3/${OTHER}/edgemgr/deployments`, makeBody());
    expect(elsewhere.status).toBe(200);
  });

  it('is platinum with an instance id, professional with none or an empty one', async () => {
    const { ask } = createMockScene();
    const two = { ...(makeBody().deployment as object), replicas: 2 };
    const body = makeBody('two', { deployment: two });
    const empty = await ask('POST', DEPLOYMENTS, body, { 'ief-instance-id': '' });
    expect(empty.status).toBe(400);
    expect(empty.json.error_msg).toMatch(/^deployment\.replicas: /);
    const platinum = await ask('POST', DEPLOYMENTS, body, { 'ief-instance-id': 'inst-1' });
    expect(platinum.status).toBe(200);
  });
});

describe('error codes', () => {
  const container = (more: object) =>
    makeBody('app', {
      deployment: {
        replicas: 1,
        template: {
          configs: { host_network: false, restart_policy: 'Always' },
          containers: [{ name: 'container-0', image_url: 'nginx', ...more }],
        },
      },
    });
  const at = 'deployment.template.containers[0]';
  it.each([
    ['name', makeBody('Bad_Name'), 'IEF.100012', 'name: '],
    ['container name', container({ name: 'X' }), 'IEF.100012', `${at}.name: `],
    [
      'volume',
      container({ volumes: [{ name: 'v', type: 'nfs', source: '/a', destination: '/b' }] }),
      'IEF.100009',
      `${at}.volumes[0].type: `,
    ],
    ['version', container({ version: 'v'.repeat(129) }), 'IEF.100010', `${at}.version: `],
    ['env', container({ envs: [{ name: '1A', value: '' }] }), 'IEF.100013', `${at}.envs[0].name: `],
    [
      'port',
      container({
        ports: [
          { container_port: 80, host_port: 80 },
          { container_port: 81, host_port: 70000 },
        ],
      }),
      'MOCK.400108',
      `${at}.ports[1].host_port: `,
    ],
    ['root', [], 'MOCK.400005', '$: '],
  ])('%s', async (_, body, code, start) => {
    const { ask } = createMockScene();
    const { status, json } = await ask('POST', DEPLOYMENTS, body);
    expect(status).toBe(400);
    expect(Object.keys(json)).toEqual(['error_code', 'error_msg']);
    expect(json.error_code).toBe(code);
    expect(json.error_msg.startsWith(start)).toBe(true);
  });

  it('checks the newer generation only if configured', async () => {
    // default_mode is unknown to the page's generation, and wrong on hostPath in the newer one (R22).
    const volume = { name: 'v', type: 'hostPath', source: '/a', destination: '/b' };
    const body = container({ volumes: [{ ...volume, default_mode: 420 }] });
    expect((await createMockScene().ask('POST', DEPLOYMENTS, body)).status).toBe(200);
    const newer = await createMockScene({ generation: '2025' }).ask('POST', DEPLOYMENTS, body);
    expect(newer.json.error_msg).toContain('volumes[0].default_mode: ');
  });
});

describe('show, list, update, delete', () => {
  it('shows with ISO times, and returns 404 for an unknown id', async () => {
    const { ask } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const shown = await ask('GET', `${DEPLOYMENTS}/${json.id}`);
    expect(shown.json.created_at).toBe('2024-04-22T08:30:15.250Z');
    for (const id of ['__proto__', 'constructor', 'nothing']) {
      const missing = await ask('GET', `${DEPLOYMENTS}/${id}`);
      expect(missing).toMatchObject({ status: 404, json: { error_code: 'MOCK.404001' } });
    }
  });

  it('lists newest first, in pages, by part of the name', async () => {
    const { ask } = createMockScene();
    for (let index = 0; index < 12; index++) {
      await ask('POST', DEPLOYMENTS, makeBody(`app-${index}`));
    }
    const names = async (query: string) => {
      const { json } = await ask('GET', DEPLOYMENTS + query);
      return json.deployments.map(({ name }: { name: string }) => name);
    };
    expect(await names('')).toHaveLength(10);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(12);
    expect(await names('?limit=2')).toEqual(['app-11', 'app-10']);
    expect(await names('?limit=2&offset=1&sort=created_at:asc')).toEqual(['app-1', 'app-2']);
    expect(await names('?name=P-1')).toEqual(['app-11', 'app-10', 'app-1']);
    expect(await names(`?node_id=${NODE}&limit=100`)).toHaveLength(12);
    expect(await names('?node_id=other')).toEqual([]);
  });

  it.each([
    ['?offset=-1', 'IEF.100004'],
    ['?offset=x', 'IEF.100004'],
    ['?limit=0', 'IEF.100005'],
    ['?limit=101', 'IEF.100005'],
    ['?limit=1e1', 'IEF.100005'],
    ['?sort=size', 'MOCK.400007'],
    ['?node_id=a&group_id=b', 'MOCK.400008'],
  ])('refuses the list query %s', async (query, code) => {
    const { ask } = createMockScene();
    const { status, json } = await ask('GET', DEPLOYMENTS + query);
    expect([status, json.error_code]).toEqual([400, code]);
  });

  it('replaces the whole pod part and keeps the rest', async () => {
    const { ask } = createMockScene();
    const created = await ask('POST', DEPLOYMENTS, makeBody('app', { description: 'one' }));
    const template = {
      configs: { host_network: false, restart_policy: 'Never' },
      containers: [{ name: 'other', image_url: 'redis:7' }],
    };
    const path = `${DEPLOYMENTS}/${created.json.id}`;
    const updated = await ask('PUT', path, { deployment: { template } });
    expect(updated.status).toBe(200);
    expect(updated.json).toMatchObject({ name: 'app', description: 'one', replicas: 1 });
    expect(updated.json.template.containers).toHaveLength(1);
    expect(updated.json.template.containers[0].name).toBe('other');
    expect(updated.json.template.configs.restart_policy).toBe('Never');
  });

  it('accepts a template as it was shown', async () => {
    const { ask } = createMockScene();
    const created = await ask('POST', DEPLOYMENTS, makeBody());
    const path = `${DEPLOYMENTS}/${created.json.id}`;
    const { json } = await ask('GET', path);
    const { replicas, template } = json;
    const updated = await ask('PUT', path, { deployment: { replicas, template } });
    expect(updated.text).toContain('"template"');
    expect([updated.status, updated.json.template]).toEqual([200, template]);
  });

  it('changes only the description and keeps the pods', async () => {
    const { ask } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const pods = () => ask('GET', `/v3/${PROJECT}/edgemgr/pods?deployment_id=${json.id}`);
    const before = await pods();
    const updated = await ask('PUT', `${DEPLOYMENTS}/${json.id}`, { description: 'new' });
    expect(updated.json.description).toBe('new');
    expect((await pods()).json).toEqual(before.json);
  });

  it.each([
    [{}, '$: '],
    [{ description: '<' }, 'description: '],
    [{ deployment: { replicas: 5 } }, 'deployment.'],
    [{ deployment: 7 }, 'deployment: '],
    [null, '$: '],
  ])('refuses the update %j', async (body, start) => {
    const { ask } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const refused = await ask('PUT', `${DEPLOYMENTS}/${json.id}`, body);
    expect(refused.status).toBe(400);
    expect(refused.json.error_msg.startsWith(start)).toBe(true);
  });

  it('deletes immediately, with 204 and no body', async () => {
    const { ask } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const path = `${DEPLOYMENTS}/${json.id}`;
    const wrong = await ask('DELETE', `${path}?force_delete=perhaps`);
    expect([wrong.status, wrong.json.error_code]).toEqual([400, 'IEF.100100']);
    const gone = await ask('DELETE', `${path}?force_delete=true`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await ask('GET', path)).status).toBe(404);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
    expect((await ask('POST', DEPLOYMENTS, makeBody())).status).toBe(200);
  });
});

describe('repeatable', () => {
  it('gives the same responses to the same requests at the same times', async () => {
    const play = async () => {
      const { ask } = createMockScene();
      await ask('POST', DEPLOYMENTS, makeBody());
      return (await ask('GET', `/v3/${PROJECT}/edgemgr/pods?node_id=${NODE}`)).text;
    };
    expect(await play()).toBe(await play());
  });

  it('gives a thousand concurrent creates a thousand ids', async () => {
    const { ask } = createMockScene();
    const responses = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => ask('POST', DEPLOYMENTS, makeBody(`a${index}`))),
    );
    expect(new Set(responses.map(({ json }) => json.id)).size).toBe(1000);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(1000);
  });
});
