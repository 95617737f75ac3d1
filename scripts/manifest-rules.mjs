// What is asked of the files of deploy/ and the Dockerfile beyond their schemas. Each rule gives its findings as text.

/** @typedef {{ file: string, value: any }} Manifest One document of a file. */
/**
 * @typedef {{
 *   manifests: Manifest[],
 *   dockerfile: string,
 *   nginx: string,
 *   variables: ReadonlySet<string>,
 *   guide: string,
 *   files: readonly string[],
 * }} Material All that is looked at; `variables` are those the server reads, `guide` is docs/operation.md.
 */

/** The server breaks off by itself after 30 s. */
const LEAST_GRACE_S = 35;
/** Variables that others read: Node and its packages. */
const NOT_OURS = new Set(['NODE_ENV']);

/** @type {Readonly<Record<string, (material: Material) => string[]>>} */
export const rules = {
  'pods are restricted': ({ manifests }) =>
    pods(manifests).flatMap(({ name, spec }) => {
      const { securityContext: of = {}, automountServiceAccountToken: token } = spec;
      return [
        ...(of.runAsNonRoot === true && of.runAsUser > 0 ? [] : [`${name}: may run as root`]),
        ...(of.seccompProfile?.type === 'RuntimeDefault'
          ? []
          : [`${name}: has no seccomp profile`]),
        ...(token === false ? [] : [`${name}: gets a token of the cluster`]),
        ...(spec.hostNetwork || spec.hostPID || spec.hostIPC ? [`${name}: shares the host`] : []),
        ...(spec.volumes ?? []).flatMap((/** @type {any} */ one) =>
          one.hostPath ? [`${name}: mounts a path of the host`] : [],
        ),
      ];
    }),
  'containers are restricted': ({ manifests }) =>
    containers(manifests).flatMap(({ name, container: { securityContext: of = {} } }) => [
      ...(of.readOnlyRootFilesystem === true ? [] : [`${name}: can write to its image`]),
      ...(of.allowPrivilegeEscalation === false ? [] : [`${name}: can gain privileges`]),
      ...(of.capabilities?.drop?.includes('ALL') && !of.capabilities.add
        ? []
        : [`${name}: keeps capabilities`]),
      ...(of.privileged ? [`${name}: is privileged`] : []),
    ]),
  'containers have probes and limits': ({ manifests }) =>
    containers(manifests).flatMap(({ name, container }) => [
      ...(container.livenessProbe ? [] : [`${name}: has no liveness probe`]),
      ...(container.readinessProbe ? [] : [`${name}: has no readiness probe`]),
      ...(container.resources?.requests?.cpu && container.resources.requests.memory
        ? []
        : [`${name}: requests no cpu or memory`]),
      ...(container.resources?.limits?.memory ? [] : [`${name}: has no limit of memory`]),
    ]),
  'images have a version': ({ manifests, dockerfile }) => {
    const images = containers(manifests).map(({ container }) => container.image);
    const bases = [...dockerfile.matchAll(/^FROM\s+(\S+)/gim)].map(([, image]) => image);
    return [...images, ...bases].flatMap((image = '') =>
      /:[\w.-]*\d+\.\d+(\.\d+)?[\w.-]*$/.test(image) && !/:latest/.test(image)
        ? []
        : [`image ${image} has no version`],
    );
  },
  'what serves is there twice': ({ manifests }) =>
    workloads(manifests).flatMap(({ name, value }) => {
      const { replicas = 1, template } = value.spec;
      const has = (/** @type {string} */ kind, /** @type {(spec: any) => any} */ selector) =>
        manifests.some(
          (one) => one.value.kind === kind && selects(selector(one.value.spec), template),
        );
      return [
        ...(replicas >= 2 ? [] : [`${name}: has fewer than 2 replicas`]),
        ...(template.spec.terminationGracePeriodSeconds >= LEAST_GRACE_S
          ? []
          : [`${name}: is not given ${LEAST_GRACE_S} s to finish`]),
        ...((template.spec.topologySpreadConstraints ?? []).some((/** @type {any} */ one) =>
          selects(one.labelSelector, template),
        )
          ? []
          : [`${name}: is not spread`]),
        ...(has('PodDisruptionBudget', (spec) => spec.selector)
          ? []
          : [`${name}: has no disruption budget`]),
        ...(has('NetworkPolicy', (spec) => spec.podSelector)
          ? []
          : [`${name}: has no network policy`]),
        ...(selects(value.spec.selector, template)
          ? []
          : [`${name}: does not select its own pods`]),
      ];
    }),
  'names lead somewhere': ({ manifests, files }) => {
    const named = (/** @type {string} */ kind) =>
      new Set(byKind(manifests, kind).map(({ value }) => value.metadata.name));
    const configMaps = named('ConfigMap');
    for (const { value } of byKind(manifests, 'Kustomization')) {
      for (const { name } of value.configMapGenerator ?? []) configMaps.add(name);
    }
    const secrets = named('Secret');
    const services = named('Service');
    return [
      ...pods(manifests).flatMap(({ name, spec }) => {
        const maps = [
          ...(spec.volumes ?? []).map((/** @type {any} */ one) => one.configMap?.name),
          ...spec.containers.flatMap((/** @type {any} */ one) =>
            (one.envFrom ?? []).map((/** @type {any} */ from) => from.configMapRef?.name),
          ),
        ];
        const kept = (spec.volumes ?? []).map((/** @type {any} */ one) => one.secret?.secretName);
        return [
          ...missing(maps, configMaps, `${name}: no ConfigMap`),
          ...missing(kept, secrets, `${name}: no Secret`),
        ];
      }),
      ...byKind(manifests, 'StatefulSet').flatMap(({ value }) =>
        missing([value.spec.serviceName], services, 'StatefulSet: no Service'),
      ),
      ...byKind(manifests, 'Service').flatMap(({ value }) => {
        const behind = workloads(manifests).find((one) =>
          selects({ matchLabels: value.spec.selector }, one.value.spec.template),
        );
        const ports = (behind?.value.spec.template.spec.containers ?? []).flatMap(
          (/** @type {any} */ one) => (one.ports ?? []).map((/** @type {any} */ port) => port.name),
        );
        const asked = value.spec.ports.map((/** @type {any} */ port) => port.targetPort);
        return missing(asked, new Set(ports), `Service ${value.metadata.name}: no port`);
      }),
      ...byKind(manifests, 'Kustomization').flatMap(({ file, value }) => {
        const folder = file.replace(/[^/]*$/, '');
        const of = (/** @type {string} */ one) => `${folder}${one.replace(/^.*=/, '')}`;
        const listed = [
          ...(value.resources ?? []).filter((/** @type {string} */ one) => one.endsWith('.yaml')),
          ...(value.configMapGenerator ?? []).flatMap((/** @type {any} */ one) => one.files),
        ].map(of);
        const own = files.filter(
          (one) => one.startsWith(folder) && one.endsWith('.yaml') && !/kustomiz|example/.test(one),
        );
        return [
          ...missing(listed, new Set(files), `${file}: no file`),
          ...missing(own, new Set(listed), `${file}: does not list`),
        ];
      }),
    ];
  },
  'secrets are files': ({ manifests }) => {
    const isSecret = (/** @type {string} */ name) =>
      /SECRET|PASSWORD|TOKEN|KEY/.test(name) && !name.endsWith('_FILE');
    return [
      ...byKind(manifests, 'ConfigMap').flatMap(({ value }) => Object.keys(value.data ?? {})),
      ...containers(manifests).flatMap(({ container }) =>
        (container.env ?? []).map((/** @type {any} */ one) => one.name),
      ),
    ]
      .filter(isSecret)
      .map((name) => `${name} is a secret in the environment`);
  },
  'variables are the server’s own': ({ manifests, dockerfile, variables }) => {
    const used = [
      ...byKind(manifests, 'ConfigMap').flatMap(({ value }) => Object.keys(value.data ?? {})),
      ...containers(manifests).flatMap(({ container }) =>
        (container.env ?? []).map((/** @type {any} */ one) => one.name),
      ),
      ...[...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
        [...line.matchAll(/(\w+)=/g)].map(([, name = '']) => name),
      ),
    ];
    return missing(used, new Set([...variables, ...NOT_OURS]), 'the server does not read');
  },
  'the guide names every variable': ({ guide, variables }) =>
    [...variables]
      .filter((name) => !guide.includes(`\`${name}\``))
      .map((name) => `docs/operation.md does not name ${name}`),
  'nginx knows every replica': ({ manifests, nginx }) =>
    byKind(manifests, 'StatefulSet').flatMap(({ value }) => {
      const { serviceName, replicas } = value.spec;
      const found = [...nginx.matchAll(/^\s*server (\S+):\d+ resolve\b/gm)].map(([, one]) => one);
      const namespace = byKind(manifests, 'Namespace')[0]?.value.metadata.name;
      const wanted = Array.from(
        { length: replicas },
        (_, at) => `${value.metadata.name}-${at}.${serviceName}.${namespace}.svc.cluster.local`,
      );
      return found.join() === wanted.join() ? [] : [`kubernetes.conf has ${found}, not ${wanted}`];
    }),
  'the image holds what is built alone, and runs as nobody': ({ dockerfile }) => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    const has = (/** @type {RegExp} */ line, /** @type {string} */ finding) =>
      line.test(last) ? [] : [`Dockerfile: ${finding}`];
    return [
      ...has(/^USER [1-9]\d*(:[1-9]\d*)?$/m, 'the last stage runs as root, or as a name'),
      ...has(/^HEALTHCHECK .*\\?$/m, 'no health check'),
      ...has(/^EXPOSE 8080$/m, 'no port'),
      ...[...last.matchAll(/^(?:COPY|ADD) (.*)$/gm)]
        .filter(([, what = '']) => !/^--from=build \/app\/dist\/\S+ dist\/\S+$/.test(what))
        .map(([line]) => `Dockerfile: the last stage takes in more: ${line}`),
      ...(/npm ci .*--ignore-scripts/.test(dockerfile)
        ? []
        : ['Dockerfile: scripts of packages run']),
    ];
  },
};

/** @param {Manifest[]} manifests @param {string} kind */
function byKind(manifests, kind) {
  return manifests.filter(({ value }) => value.kind === kind);
}

/** @param {Manifest[]} manifests */
function workloads(manifests) {
  return ['StatefulSet', 'Deployment', 'DaemonSet']
    .flatMap((kind) => byKind(manifests, kind))
    .map(({ value }) => ({ name: value.metadata.name, value }));
}

/** @param {Manifest[]} manifests */
function pods(manifests) {
  return workloads(manifests).map(({ name, value }) => ({ name, spec: value.spec.template.spec }));
}

/** @param {Manifest[]} manifests */
function containers(manifests) {
  return pods(manifests).flatMap(({ name, spec }) =>
    [...spec.containers, ...(spec.initContainers ?? [])].map((container) => ({
      name: `${name}/${container.name}`,
      container,
    })),
  );
}

/** @param {any} selector @param {any} template */
function selects(selector, template) {
  const wanted = Object.entries(selector?.matchLabels ?? {});
  const labels = template.metadata.labels;
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** @param {readonly (string | undefined)[]} asked @param {ReadonlySet<string>} there @param {string} words */
function missing(asked, there, words) {
  return asked
    .filter((one) => one !== undefined && !there.has(one))
    .map((one) => `${words} ${one}`);
}
