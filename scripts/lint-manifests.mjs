// Checks what only this repository knows about deploy/ and the Dockerfile: its variables, ports and paths. For schemas
// and good practice there are kubeconform, kube-score and hadolint (docs/operation.md). Then it breaks one thing at a
// time and fails if a breakage goes unnoticed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '..');
/** Variables in the image that Node and its packages read. */
const OTHERS_VARIABLES = ['NODE_ENV'];

/** @typedef {ReturnType<typeof readMaterial>} Material */

function readMaterial() {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  const manifests = readdirSync(join(root, 'deploy/kubernetes'))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseAllDocuments(read(`deploy/kubernetes/${name}`)))
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    });
  return {
    manifests,
    dockerfile: read('Dockerfile'),
    nginx: read('deploy/nginx/kubernetes.conf'),
    guide: read('docs/operation.md'),
    variables: readVariables(),
  };
}

/** The variables src/server/config reads, by name or as `${name}_FILE`. */
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
  return [...names].filter((name) => /_|^(?:HOST|PORT)$/.test(name));
}

/** Each rule returns what is wrong, one sentence each. @type {((material: Material) => string[])[]} */
const rules = [
  function everyVariableIsRead({ dockerfile, variables, ...rest }) {
    const inImage = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
      [...line.matchAll(/(\w+)=/g)].map(([, name = '']) => name),
    );
    return [...Object.keys(settings(rest)), ...inImage]
      .filter((name) => ![...variables, ...OTHERS_VARIABLES].includes(name))
      .map((name) => `The server does not read ${name}.`);
  },
  function everyVariableIsInTheGuide({ guide, variables }) {
    return variables
      .filter((name) => !guide.includes(`\`${name}\``))
      .map((name) => `docs/operation.md does not mention ${name}.`);
  },
  function secretsAreFiles(material) {
    return Object.keys(settings(material))
      .filter((name) => /SECRET|PASSWORD|TOKEN|KEY/.test(name) && !name.endsWith('_FILE'))
      .map((name) => `${name} is a secret in the environment.`);
  },
  function filesAreMounted(material) {
    const mounts = container(material).volumeMounts.map((/** @type {any} */ one) => one.mountPath);
    return Object.entries(settings(material))
      .filter(([name]) => name.endsWith('_FILE') || name === 'IEF_TARGETS')
      .filter(([, path]) => !mounts.some((/** @type {string} */ at) => path.startsWith(`${at}/`)))
      .map(([name, path]) => `Nothing is mounted at ${path} (${name}).`);
  },
  function portsAgree(material) {
    const { PORT, METRICS_PORT } = settings(material);
    const ports = container(material).ports.map((/** @type {any} */ one) => one.containerPort);
    const { dockerfile, nginx } = material;
    /** @type {[string, string[]][]} */
    const places = [
      ['the ports of the container', ports.map(String)],
      ['ENV of the Dockerfile', [...dockerfile.matchAll(/\bPORT=(\d+)/g)].map(([, one]) => one)],
      [
        'EXPOSE of the Dockerfile',
        [...dockerfile.matchAll(/^EXPOSE (.*)$/gm)].map(([, one]) => one),
      ],
      ['kubernetes.conf', [...nginx.matchAll(/^\s*server \S+:(\d+) /gm)].map(([, one]) => one)],
    ];
    return [
      ...places
        .filter(([, found]) => !found.includes(PORT ?? ''))
        .map(([place]) => `Port ${PORT} is missing in ${place}.`),
      ...(ports.map(String).includes(METRICS_PORT ?? '')
        ? []
        : ['The container has no port for metrics.']),
    ];
  },
  function probesAskOurPaths(material) {
    const { livenessProbe, readinessProbe } = container(material);
    return [
      ...(livenessProbe?.httpGet?.path === '/healthz'
        ? []
        : ['The liveness probe is not /healthz.']),
      ...(readinessProbe?.httpGet?.path === '/readyz'
        ? []
        : ['The readiness probe is not /readyz.']),
      ...(/^HEALTHCHECK .*\\\n.*'\/healthz'/m.test(material.dockerfile)
        ? []
        : ['The image has no health check that asks /healthz.']),
    ];
  },
  function nginxKnowsEveryReplica(material) {
    const { metadata, spec } = server(material);
    const namespace = material.manifests.find(({ kind }) => kind === 'Namespace').metadata.name;
    const wanted = Array.from(
      { length: spec.replicas },
      (_, at) => `${metadata.name}-${at}.${spec.serviceName}.${namespace}.svc.cluster.local`,
    );
    const found = [...material.nginx.matchAll(/^\s*server (\S+):\d+ resolve\b/gm)].map(
      ([, name]) => name,
    );
    return found.join() === wanted.join() ? [] : [`kubernetes.conf has ${found}, not ${wanted}.`];
  },
  function imageHoldsOnlyTheBuild({ dockerfile }) {
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    const store = [
      '--from=build /app/store node_modules',
      '--from=build --chown=10001:10001 /app/empty /var/lib/ief-builder',
    ];
    return [...lastStage.matchAll(/^(?:COPY|ADD) (.*)$/gm)]
      .filter(([, what = '']) => !/^--from=build \/app\/dist\/\S+ dist\/\S+$/.test(what))
      .filter(([, what = '']) => !store.includes(what))
      .map(([line]) => `The last stage of the Dockerfile copies more: ${line}`);
  },
  function theStoreIsOnTheVolume({ dockerfile }) {
    const last = (/** @type {string} */ word) =>
      [...dockerfile.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].at(-1)?.[1];
    const folder = last('WORKDIR');
    return folder === last('VOLUME')
      ? []
      : [`The image runs in ${folder}, which is not its volume, so the default store is lost.`];
  },
];

/** @param {Pick<Material, 'manifests'>} material */
function server({ manifests }) {
  return manifests.find(({ kind }) => kind === 'StatefulSet');
}

/** @param {Pick<Material, 'manifests'>} material */
function container(material) {
  return server(material).spec.template.spec.containers[0];
}

/** @param {Pick<Material, 'manifests'>} material @returns {Record<string, string>} */
function settings({ manifests }) {
  return manifests.find(({ kind }) => kind === 'ConfigMap').data;
}

/** @type {Readonly<Record<string, (copy: Material) => void>>} */
const breakages = {
  'a setting the server does not read': (copy) => (settings(copy).PUBLIC_ORIGINS = 'https://a'),
  'a variable of the image the server does not read': (copy) =>
    (copy.dockerfile = copy.dockerfile.replace('HOST=', 'HOSTNAME_OF=')),
  'a variable missing in the guide': (copy) => (copy.guide = copy.guide.replaceAll('HOST', '')),
  'a secret in the environment': (copy) => (settings(copy).ACCESS_SECRET = 'word'),
  'a file that is not mounted': (copy) => (settings(copy).ACCESS_SECRET_FILE = '/tmp/secret'),
  'another port in the settings': (copy) => (settings(copy).PORT = '8081'),
  'no port for metrics': (copy) => container(copy).ports.pop(),
  'another port in the image': (copy) =>
    (copy.dockerfile = copy.dockerfile.replace('EXPOSE 8080', 'EXPOSE 80')),
  'another port in nginx': (copy) =>
    (copy.nginx = copy.nginx.replaceAll(':8080 resolve', ':80 resolve')),
  'no liveness probe': (copy) => delete container(copy).livenessProbe,
  'a readiness probe that asks another path': (copy) =>
    (container(copy).readinessProbe.httpGet.path = '/ready'),
  'no health check': (copy) =>
    (copy.dockerfile = copy.dockerfile.replace(/^HEALTHCHECK .*\\\n.*\n/m, '')),
  'a replica nginx does not know': (copy) => (server(copy).spec.replicas = 3),
  'a working directory outside the volume': (copy) =>
    (copy.dockerfile = copy.dockerfile.replace(/^WORKDIR \/var.*\n/m, '')),
  'an image with packages': (copy) =>
    (copy.dockerfile += 'COPY --from=build /app/node_modules node_modules\n'),
};

const material = readMaterial();
const lint = (/** @type {Material} */ of) => rules.flatMap((rule) => rule(of));
const findings = lint(material);
const missed = Object.entries(breakages).flatMap(([name, breakIt]) => {
  const copy = structuredClone(material);
  breakIt(copy);
  return lint(copy).length > findings.length ? [] : [`Not noticed: ${name}.`];
});
for (const line of [...findings, ...missed]) console.log(line);
console.log(
  `${material.manifests.length} manifests, ${material.variables.length} variables: ${findings.length} findings; ` +
    `${Object.keys(breakages).length} breakages, ${missed.length} not noticed`,
);
const hasLooked = material.manifests.length > 10 && material.variables.length > 10;
process.exitCode = hasLooked && findings.length + missed.length === 0 ? 0 : 1;
