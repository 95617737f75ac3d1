// oxlint-disable-next-line import/no-unassigned-import -- a polyfill that @peculiar/x509 requires
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

// Generated on demand, so that the repository contains no private key and no certificate that can expire.
x509.cryptoProvider.set(webcrypto as Crypto);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Subject {
  readonly names?: readonly string[];
  /** IP addresses. */
  readonly addresses?: readonly string[];
  /** Validity, in days from now. */
  readonly days?: readonly [from: number, to: number];
}

/** A certificate authority for one test run. */
export interface Authority {
  /** PEM, for `caFile`. */
  readonly ca: string;
  issue(subject: Subject): Promise<Certificate>;
}

export async function makeAuthority(name = 'Test Authority'): Promise<Authority> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: inDays(-1),
    notAfter: inDays(30),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  return {
    ca: certificate.toString('pem'),
    async issue({ names = [], addresses = ['127.0.0.1'], days: [from, to] = [-1, 10] }) {
      const own = await makeKeys();
      const issued = await x509.X509CertificateGenerator.create({
        subject: 'CN=test server',
        issuer: certificate.subject,
        notBefore: inDays(from),
        notAfter: inDays(to),
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [alternativeNames(names, addresses)],
      });
      return { cert: issued.toString('pem'), key: await toPem(own.privateKey) };
    },
  };
}

export async function makeSelfSigned(addresses: readonly string[] = ['127.0.0.1']) {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=self-signed',
    notBefore: inDays(-1),
    notAfter: inDays(10),
    keys,
    signingAlgorithm: algorithm,
    extensions: [alternativeNames([], addresses)],
  });
  const made: Certificate = {
    cert: certificate.toString('pem'),
    key: await toPem(keys.privateKey),
  };
  return made;
}

function makeKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;
}

async function toPem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function alternativeNames(names: readonly string[], addresses: readonly string[]) {
  return new x509.SubjectAlternativeNameExtension([
    ...names.map((value) => ({ type: 'dns', value }) as const),
    ...addresses.map((value) => ({ type: 'ip', value }) as const),
  ]);
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}
