import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '#src/server/time/clock.ts';
import { readProxyConfig } from '#src/server/config/proxy-config.ts';
import type { TargetConfig } from '#src/server/config/targets-file.ts';
import { createLiveTarget } from '#src/server/config/live-target.ts';
import { freePort, LAB, listen, listenTls, TOKEN } from '#src/server/live-scene.fixture.ts';
import { createAppScene } from '#src/server/scene.fixture.ts';
import { makeAuthority, type Authority } from '#src/testing/certificates.ts';

const PROGRAM = join(import.meta.dirname, '../../../testing/connect-proxy.mjs');
const times = { connectMs: 500, firstByteMs: 1_000, idleMs: 1_000, totalMs: 3_000 };

const running: { kill(): void }[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

/** Starts an HTTP proxy as a separate process. */
async function startProxy(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the proxy ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /^http:\/\/\S+$/m.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  return { url, tunnels: () => output.match(/^CONNECT \S+/gm) ?? [] };
}

let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
});

/** A server with the target `lab` at `endpoint`, with these environment variables. */
function sceneWith(
  endpoint: string,
  env: Record<string, string>,
  auth: TargetConfig['auth'] = { kind: 'token' },
) {
  const target: TargetConfig = {
    id: 'lab',
    label: 'Lab',
    region: 'cn-north-4',
    endpoint,
    ca: authority.ca,
    auth,
  };
  const rules = readProxyConfig(env, [], new Set());
  return createAppScene({ targets: [createLiveTarget(target, times, systemClock, rules)] });
}

/** An IEF whose name only the proxy can resolve. */
async function listenBehindProxy() {
  const certificate = await authority.issue({ names: ['ief.test'], addresses: [] });
  const { port, requests } = await listenTls(certificate);
  return { endpoint: `https://ief.test:${port}`, port, requests };
}

describe('a live target behind an HTTP proxy', () => {
  it('is reached through a tunnel, and the proxy resolves its name', async () => {
    const { url, tunnels } = await startProxy();
    const { endpoint, port, requests } = await listenBehindProxy();
    const { ask } = sceneWith(endpoint, { HTTPS_PROXY: url });
    const response = await ask('GET', `${LAB}/abc`, undefined, TOKEN);
    expect([response.status, response.json.id]).toEqual([200, 'a']);
    expect(requests()).toBe(1);
    expect(tunnels()).toEqual([`CONNECT ief.test:${port}`]);
    // Tunnels are reused for the next requests.
    for (let count = 0; count < 4; count++) {
      await new Promise((resolve) => setImmediate(resolve));
      await ask('GET', `${LAB}/abc`, undefined, TOKEN);
    }
    expect(requests()).toBe(5);
    expect(tunnels().length).toBeLessThan(3);
  });

  it('sends the proxy its user and password', async () => {
    const { url } = await startProxy({ PROXY_USER: 'me:p@ss' });
    const { endpoint } = await listenBehindProxy();
    const withUser = url.replace('//', '//me:p%40ss@');
    const { ask } = sceneWith(endpoint, { HTTPS_PROXY: withUser });
    expect((await ask('GET', `${LAB}/abc`, undefined, TOKEN)).status).toBe(200);
  });

  it('connects directly if NO_PROXY says so, and always to loopback', async () => {
    const { url, tunnels } = await startProxy();
    const port = await listen((_incoming, outgoing) => {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end('{"id":"a","name":"app"}');
    });
    const { ask } = sceneWith(`http://127.0.0.1:${port}`, { HTTPS_PROXY: url, HTTP_PROXY: url });
    expect((await ask('GET', `${LAB}/abc`, undefined, TOKEN)).status).toBe(200);
    const { endpoint } = await listenBehindProxy();
    const excluded = sceneWith(endpoint, { HTTPS_PROXY: url, NO_PROXY: '.test' });
    const response = await excluded.ask('GET', `${LAB}/abc`, undefined, TOKEN);
    expect([response.json.error_code, response.json.reason]).toEqual([
      'BUILDER.not_sent',
      'name_not_found',
    ]);
    expect(tunnels()).toEqual([]);
  });

  it('also gets tokens from IAM through the proxy', async () => {
    const { url, tunnels } = await startProxy();
    const { endpoint, port } = await listenBehindProxy();
    const user = { domain: 'd', name: 'u', password: 'canary-password' };
    const { ask } = sceneWith(
      endpoint,
      { HTTPS_PROXY: url },
      { kind: 'password', iamEndpoint: endpoint, user },
    );
    // It returns 200 where IAM returns 201; only the route to it matters here.
    const response = await ask('GET', `${LAB}/abc`);
    expect(response.json.reason).toBe('iam_bad_answer');
    expect(tunnels()).toEqual([`CONNECT ief.test:${port}`]);
  });

  it.each([
    ['asks for a user', { PROXY_USER: 'me:secret' }, 'proxy_credentials'],
    ['refuses', { PROXY_STATUS: '403' }, 'proxy_refused'],
    ['does not reach the target', {}, 'proxy_refused'],
    ['never responds', { PROXY_HANG: '1' }, 'proxy_unreachable'],
  ])('reports that nothing was sent if the proxy %s', async (_what, env, reason) => {
    const { url } = await startProxy(env);
    const { ask } = sceneWith(`https://ief.test:${await freePort()}`, { HTTPS_PROXY: url });
    const { json } = await ask('GET', `${LAB}/abc`, undefined, TOKEN);
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', reason]);
  });

  it('reports that the proxy cannot be reached', async () => {
    const dead = `http://canary:secret@127.0.0.1:${await freePort()}`;
    const { ask } = sceneWith('https://ief.test', { HTTPS_PROXY: dead });
    const { json, text } = await ask('GET', `${LAB}/abc`, undefined, TOKEN);
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', 'proxy_unreachable']);
    expect(text).not.toMatch(/canary|secret/);
  });

  it('trusts only the target’s certificate inside the tunnel', async () => {
    const { url } = await startProxy();
    const other = await makeAuthority('Other');
    const { port } = await listenTls(await other.issue({ names: ['ief.test'], addresses: [] }));
    const { ask } = sceneWith(`https://ief.test:${port}`, { HTTPS_PROXY: url });
    const { json } = await ask('GET', `${LAB}/abc`, undefined, TOKEN);
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', 'certificate']);
  });
});
