import { describe, expect, it } from 'vitest';
import { LAB, targetAt } from '#src/server/live-scene.fixture.ts';
import { createLiveLimits } from '#src/server/proxy/live-limits.ts';
import { createAppScene, DEPLOYMENTS } from '#src/server/scene.fixture.ts';
import { createPeerReader, findRangeError, peerOf } from './peers.ts';

describe('a peer', () => {
  it('is the remote address without trusted proxies', () => {
    const read = createPeerReader([]);
    expect(read('203.0.113.7', '1.2.3.4')).toEqual({ address: '203.0.113.7', isAllowed: true });
    expect(read('::ffff:10.0.0.1', null).address).toBe('10.0.0.1');
  });

  it.each([
    ['10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['10.0.0.1', 'evil, 203.0.113.7', '203.0.113.7'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['fd00::1', '2001:db8::7', '2001:db8:0:0::/64'],
    ['fd00::1', '::ffff:cb00:7107', '203.0.113.7'],
    ['10.0.0.1', null, '10.0.0.1'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['::ffff:10.0.0.1', '203.0.113.7', '203.0.113.7'],
  ])('behind %s with X-Forwarded-For %j is %s', (remote, forwarded, address) => {
    const read = createPeerReader(['10.0.0.0/8', 'fd00::1']);
    expect(read(remote, forwarded)).toEqual({ address, isAllowed: true });
  });

  it('that bypasses the proxy is refused, except this machine and probes', async () => {
    const { app } = createAppScene({ readPeer: createPeerReader(['10.0.0.0/8']) });
    const statusOf = async (path: string, remote: string) =>
      (await app(new Request(`http://localhost:8080${path}`), remote)).status;
    expect(await statusOf(`/ief/mock${DEPLOYMENTS}`, '203.0.113.7')).toBe(403);
    expect(await statusOf('/api/targets', 'fd00::2')).toBe(403);
    expect(await statusOf('/healthz', '203.0.113.7')).toBe(200);
    for (const remote of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:10.1.2.3']) {
      expect(await statusOf('/api/targets', remote)).toBe(200);
    }
  });

  it.each(['10.0.0.0/33', 'proxy.example.com', '10.0.0.0/8/8', '', 'fd00::/129', '10.0.0.1/x'])(
    'is not trusted by %j',
    (range) => expect(findRangeError(range)).toEqual(expect.any(String)),
  );
});

describe('the key that limits count by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::1', '::1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('%s is %s', (address, peer) => expect(peerOf(address)).toBe(peer));

  it('is the same for all addresses of a host’s /64', async () => {
    const { app } = createAppScene({
      limits: createLiveLimits(
        { requestsPerMinute: 0, peerRequestsPerSecond: 1, createsPerMinute: 0 },
        () => 0,
      ),
      targets: [targetAt(9)],
    });
    const statusOf = async (remote: string) => {
      const headers = { 'x-auth-token': 't' };
      return (await app(new Request(`http://localhost:8080${LAB}`, { headers }), remote)).status;
    };
    expect(await statusOf('2001:db8::1')).not.toBe(429);
    expect(await statusOf('2001:db8::2')).toBe(429);
    expect(await statusOf('2001:db8:0:1::2')).not.toBe(429);
  });
});
