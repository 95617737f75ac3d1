import { describe, expect, it } from 'vitest';
import { readProxyConfig } from './proxy-config.ts';

const IEF = 'https://ief.cn-north-4.myhuaweicloud.com';

function read(env: Record<string, string>) {
  const errors: string[] = [];
  const secretVariables = new Set<string>();
  return {
    ...readProxyConfig(env, errors, secretVariables),
    errors,
    secretVariables: [...secretVariables],
  };
}

/** The proxy of an endpoint with these exclusions. */
const withExclusions = (noProxy: string, endpoint: string) =>
  read({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: noProxy }).proxyFor(endpoint)?.origin;

describe('the proxy for live targets', () => {
  it('is undefined without variables', () => {
    expect(read({}).proxyFor(IEF)).toBeUndefined();
    expect(read({ HTTPS_PROXY: '', NO_PROXY: '*' }).proxy).toBeUndefined();
  });

  it.each([
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
    [{ HTTPS_PROXY: 'proxy:3128' }, 'http://proxy:3128'],
    [{ HTTPS_PROXY: 'https://proxy.example.com' }, 'https://proxy.example.com'],
    [{ HTTP_PROXY: 'http://plain:80' }, 'http://plain'],
    [{ HTTP_PROXY: 'http://plain', HTTPS_PROXY: 'http://tunnel' }, 'http://tunnel'],
    [{ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' }, 'http://lower'],
  ])('%o is %s', (env, origin) => {
    const { proxyFor, errors } = read(env);
    expect(proxyFor(IEF)?.origin).toBe(origin);
    expect(errors).toEqual([]);
  });

  it('keeps credentials out of the address and reports the variables for removal', () => {
    const { proxy, secretVariables } = read({ HTTPS_PROXY: 'http://me:p%40ss@proxy:3128' });
    expect(proxy).toEqual({
      origin: 'http://proxy:3128',
      authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    });
    expect(secretVariables).toContain('HTTPS_PROXY');
    expect(read({ HTTPS_PROXY: 'http://proxy:3128' }).secretVariables).toEqual([]);
  });

  it.each(['socks5://proxy:1080', 'http://', 'ftp://proxy', 'http://canary:pa%ss@proxy'])(
    'reports %s without the address',
    (address) => {
      const { errors, proxy } = read({ HTTPS_PROXY: address });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(/^HTTPS_PROXY: /);
      expect(errors[0]).not.toContain('canary');
      expect(proxy).toBeUndefined();
    },
  );
});

describe('NO_PROXY', () => {
  it.each([
    ['*', IEF],
    ['myhuaweicloud.com', IEF],
    ['.myhuaweicloud.com', IEF],
    ['*.MyHuaweiCloud.com', IEF],
    ['other.com, ief.cn-north-4.myhuaweicloud.com', IEF],
    ['other.com ief.cn-north-4.myhuaweicloud.com:443', IEF],
    ['10.0.0.0/8', 'https://10.1.2.3:8443'],
    ['10.1.2.3', 'https://10.1.2.3:8443'],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443'],
    ['fd00::/8', 'https://[fd00::1]'],
    ['[fd00::1]', 'https://[fd00::1]'],
  ])('with %s, the server connects directly to %s', (exclusions, endpoint) => {
    expect(withExclusions(exclusions, endpoint)).toBeUndefined();
  });

  it.each([
    ['', IEF],
    ['huaweicloud.com', IEF],
    ['cloud.com', 'https://mycloud.com'],
    ['ief.cn-north-4.myhuaweicloud.com:8443', IEF],
    ['10.0.0.0/33, 10.0.0.0/x, /8', 'https://10.1.2.3'],
    ['192.168.0.0/16', 'https://10.1.2.3'],
  ])('with %s, the server uses the proxy for %s', (exclusions, endpoint) => {
    expect(withExclusions(exclusions, endpoint)).toBe('http://proxy:3128');
  });

  it.each([
    'http://127.0.0.1:8090',
    'https://127.9.9.9',
    'http://[::1]:8090',
    'https://localhost:8443',
    'http://0x7f.1:8090',
  ])('is not needed for the loopback endpoint %s', (endpoint) => {
    expect(withExclusions('', endpoint)).toBeUndefined();
  });
});
