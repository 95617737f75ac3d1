// Looks at what the server is shipped by: every document of deploy/ against the schema of Kubernetes, the Dockerfile
// with dockerfile-utils, and all of it against manifest-rules.mjs. Then it breaks one thing after the other and expects
// each to be found, so that a rule which no longer sees anything fails, too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { ConfigMap, Namespace, Secret, Service } from 'kubernetes-models/v1';
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { parseAllDocuments } from 'yaml';
import { rules } from './manifest-rules.mjs';

/** @typedef {import('./manifest-rules.mjs').Material} Material */

const root = join(import.meta.dirname, '..');
const models = [
  ConfigMap,
  Deployment,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
  StatefulSet,
];

const material = readMaterial();
const findings = lint(material);
for (const finding of findings) console.log(finding);
const blind = findBlindSpots(material);
for (const name of blind.missed) console.log(`was broken, and nothing was found: ${name}`);
const { manifests, variables } = material;
console.log(
  `${manifests.length} documents, ${variables.size} variables: ${findings.length} findings; ` +
    `${blind.tried} breakages, ${blind.missed.length} not found`,
);
const hasLooked = manifests.length > 10 && variables.size > 10;
process.exitCode = hasLooked && findings.length + blind.missed.length === 0 ? 0 : 1;

/** @returns {Material} */
function readMaterial() {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const files = readdirSync(join(root, 'deploy'), { recursive: true, encoding: 'utf8' }).map(
    (path) => `deploy/${path.replaceAll('\\', '/')}`,
  );
  return {
    files,
    manifests: files
      .filter((path) => path.endsWith('.yaml'))
      .flatMap((path) => readDocuments(path, read(path))),
    dockerfile: read('Dockerfile'),
    nginx: read('deploy/nginx/kubernetes.conf'),
    variables: readVariables(),
    guide: read('docs/operation.md'),
  };
}

/** @param {string} path @param {string} text */
function readDocuments(path, text) {
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => {
    for (const error of [...document.errors, ...document.warnings]) {
      throw new Error(`${path}: ${error.message}`);
    }
    return { file: path, value: document.toJS() };
  });
}

/** The variables the configuration of the server asks for, by name or by half a name with `_FILE` behind it. */
function readVariables() {
  const folder = join(root, 'src/server/config');
  const code = readdirSync(folder)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const names = new Set(
    [...code.matchAll(/\benv\.([A-Z][A-Z_]+)|'([A-Z][A-Z_]{3,})'/g)].map(
      ([, direct, quoted = '']) => direct ?? quoted,
    ),
  );
  for (const name of ['ACCESS_SECRET', 'SESSION_KEY']) {
    if (names.has(name) && code.includes('}_FILE`')) names.add(`${name}_FILE`);
  }
  // `caFile`, `keyFile` and the like are no variables.
  return new Set([...names].filter((name) => /_|^(?:HOST|PORT)$/.test(name)));
}

/** @param {Material} of */
function lint(of) {
  return [
    ...of.manifests.flatMap(checkSchema),
    ...validateDockerfile(of.dockerfile).map(
      ({ message, range }) => `Dockerfile:${range.start.line + 1}: ${message}`,
    ),
    ...Object.entries(rules).flatMap(([name, rule]) =>
      rule(of).map((finding) => `${finding} (${name})`),
    ),
  ];
}

/** @param {import('./manifest-rules.mjs').Manifest} manifest */
function checkSchema({ file, value }) {
  if (value.kind === 'Kustomization') return [];
  const place = `${file}: ${value.kind}/${value.metadata?.name}`;
  const Model = models.find(
    (one) => one.kind === value.kind && one.apiVersion === value.apiVersion,
  );
  if (Model === undefined) return [`${place}: no such kind is expected here`];
  // The schemas pass keys they do not know. What a validation never looks at is such a key.
  /** @type {Set<string>} */
  const unread = new Set();
  const model = watch(structuredClone(value), '', unread);
  try {
    Model.prototype.validate.call(model);
  } catch (error) {
    return [`${place}: ${error instanceof Error ? error.message : 'is wrong'}`];
  }
  return [...unread].map((path) => `${place}: no such key: ${path}`);
}

/**
 * A copy that notes which keys nobody asked for.
 * @param {any} value
 * @param {string} path
 * @param {Set<string>} unread
 * @returns {any}
 */
function watch(value, path, unread) {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, below] of Object.entries(value)) {
    const place = `${path}/${key}`;
    value[key] = watch(below, place, unread);
    if (!Array.isArray(value)) unread.add(place);
  }
  return new Proxy(value, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      return target[key];
    },
  });
}

/**
 * Breaks one thing after the other.
 * @param {Material} good
 */
function findBlindSpots(good) {
  /** @type {Readonly<Record<string, (copy: Material) => void>>} */
  const breakages = {
    'a misspelt key': (copy) => (container(copy).imagePulPolicy = 'Always'),
    'a number where text belongs': (copy) => (container(copy).name = 1),
    'an unknown kind': (copy) => Object.assign(copy.manifests[1]?.value, { kind: 'Pot' }),
    root: (copy) => delete pod(copy).securityContext.runAsNonRoot,
    'no seccomp': (copy) => delete pod(copy).securityContext.seccompProfile,
    'a token of the cluster': (copy) => delete pod(copy).automountServiceAccountToken,
    'the host’s network': (copy) => (pod(copy).hostNetwork = true),
    'a writable image': (copy) => (container(copy).securityContext.readOnlyRootFilesystem = false),
    privileges: (copy) => delete container(copy).securityContext.allowPrivilegeEscalation,
    capabilities: (copy) => (container(copy).securityContext.capabilities = { drop: ['NET_RAW'] }),
    'no readiness probe': (copy) => delete container(copy).readinessProbe,
    'no liveness probe': (copy) => delete container(copy).livenessProbe,
    'no limit of memory': (copy) => delete container(copy).resources.limits,
    'the latest image': (copy) => (container(copy).image = 'images.example.com/ief-builder:latest'),
    'an image without a tag': (copy) => (container(copy).image = 'ief-builder'),
    'one replica': (copy) => (server(copy).spec.replicas = 1),
    'a short end': (copy) => (pod(copy).terminationGracePeriodSeconds = 30),
    'no spread': (copy) => delete pod(copy).topologySpreadConstraints,
    'no disruption budget': (copy) => drop(copy, 'PodDisruptionBudget'),
    'no network policy': (copy) => drop(copy, 'NetworkPolicy'),
    'other labels': (copy) => (server(copy).spec.template.metadata.labels = { app: 'other' }),
    'a ConfigMap that is not there': (copy) => drop(copy, 'ConfigMap'),
    'a Secret that is not there': (copy) => drop(copy, 'Secret'),
    'a Service that is not there': (copy) => (server(copy).spec.serviceName = 'other'),
    'a port that is not there': (copy) => (container(copy).ports = []),
    'a file that is not listed': (copy) => (copy.files = [...copy.files, 'deploy/nginx/a.yaml']),
    'a listed file that is not there': (copy) => (copy.files = []),
    'a secret in the environment': (copy) => (settings(copy).ACCESS_SECRET = 'word'),
    'a variable nobody reads': (copy) => (settings(copy).PUBLIC_ORIGINS = 'https://a.example.com'),
    'a variable nobody reads, in the image': (copy) =>
      (copy.dockerfile = copy.dockerfile.replace('HOST=', 'HOSTNAME_OF=')),
    'a variable the guide leaves out': (copy) => (copy.guide = copy.guide.replaceAll('HOST', '')),
    'a replica nginx does not know': (copy) => (server(copy).spec.replicas = 3),
    'an image that runs as root': (copy) =>
      (copy.dockerfile = copy.dockerfile.replace(/^USER .*$/m, 'USER root')),
    'an image with packages': (copy) =>
      (copy.dockerfile += 'COPY --from=build /app/node_modules node_modules\n'),
    'an image with a floating base': (copy) =>
      (copy.dockerfile = copy.dockerfile.replaceAll(/^FROM node:\S+/gm, 'FROM node')),
    'scripts of packages': (copy) =>
      (copy.dockerfile = copy.dockerfile.replace('--ignore-scripts', '')),
    'no health check': (copy) =>
      (copy.dockerfile = copy.dockerfile.replace(/^HEALTHCHECK .*\\\n.*\n/m, '')),
    'a Dockerfile that is none': (copy) => (copy.dockerfile = `${copy.dockerfile}\nCOPPY a b\n`),
  };
  const missed = Object.entries(breakages).flatMap(([name, breakIt]) => {
    const copy = { ...good, manifests: structuredClone(good.manifests) };
    breakIt(copy);
    return lint(copy).length > findings.length ? [] : [name];
  });
  return { tried: Object.keys(breakages).length, missed };
}

/** @param {Material} of @returns {any} */
function server({ manifests: all }) {
  return all.find(({ value }) => value.kind === 'StatefulSet')?.value;
}

/** @param {Material} of @returns {any} */
function pod(of) {
  return server(of).spec.template.spec;
}

/** @param {Material} of @returns {any} */
function container(of) {
  return pod(of).containers[0];
}

/** @param {Material} of @returns {any} */
function settings({ manifests: all }) {
  return all.find(({ value }) => value.kind === 'ConfigMap')?.value.data;
}

/** @param {Material} of @param {string} kind */
function drop(of, kind) {
  of.manifests = of.manifests.filter(({ value }) => value.kind !== kind);
}
