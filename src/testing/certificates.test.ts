import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeAuthority, makeSelfSigned, type Certificate } from './certificates.ts';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

async function codeOf(certificate: Certificate, ca: string): Promise<string> {
  const server = createServer(certificate, (_incoming, outgoing) => outgoing.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, ca, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve('good'));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    sent.end();
  });
}

test('a certificate is valid for its address, in its period, and for clients that trust its authority', async () => {
  const [one, other] = await Promise.all([makeAuthority(), makeAuthority('Other')]);
  expect(await codeOf(await one.issue({}), one.ca)).toBe('good');
  expect(await codeOf(await one.issue({}), other.ca)).toMatch(/UNABLE|SIGNATURE/);
  expect(await codeOf(await one.issue({ days: [-5, -1] }), one.ca)).toBe('CERT_HAS_EXPIRED');
  expect(await codeOf(await one.issue({ addresses: ['127.0.0.9'] }), one.ca)).toBe(
    'ERR_TLS_CERT_ALTNAME_INVALID',
  );
  expect(await codeOf(await makeSelfSigned(), one.ca)).toMatch(/SELF_SIGNED/);
});
