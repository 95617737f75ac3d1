import { foreignLine } from '#src/domain/core/characters/foreign-text.ts';
import { usageOfBody } from '#src/domain/preflight/deployment-use.ts';
import { isHostName, isIpv4 } from '#src/domain/deployment/values/host-address.ts';
import { architecturesIn } from '#src/domain/deployment/values/image-architecture.ts';
import { splitImage } from '#src/domain/deployment/values/image-reference.ts';
import { containersOfBody } from '#src/domain/deployment/rules/base/body-parts.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, type Json } from '#src/json/value.ts';

/** A port that has to be free on the node. */
export interface NeededPort {
  readonly protocol: 'tcp' | 'udp';
  readonly min: number;
  readonly max: number;
}

/** A path or device of the node that a volume uses. */
export interface NeededPath {
  /** Exactly as in the body, without what no file name can contain. */
  readonly path: string;
  /** On one line. */
  readonly shown: string;
  readonly isDevice: boolean;
}

/** The needs of a body on its node. */
export interface NodeFacts {
  /** The architectures that the images name; empty if they name none. */
  readonly architectures: readonly string[];
  readonly cpu: number;
  readonly memoryMb: number;
  readonly imageHosts: readonly string[];
  /** Where image stores of the vendor keep the layers. */
  readonly objectHosts: readonly string[];
  readonly ports: readonly NeededPort[];
  readonly paths: readonly NeededPath[];
  readonly needsGpu: boolean;
  readonly needsNpu: boolean;
}

/** The image store of a reference without a host. */
const DEFAULT_HOST = 'registry-1.docker.io';

/** Reads the needs of a body. If the body is incomplete or wrong, there is less to check. */
export function nodeFacts(body: Json): NodeFacts {
  const { amounts, images } = usageOfBody(body);
  const containers = containersOfBody(body).map(({ container }) => asObject(container));
  const hosts = unique(images.map((image) => hostOf(image)).filter((host) => host !== undefined));
  const isHostNetwork = getIn(body, ['deployment', 'template', 'configs', 'host_network']) === true;
  return {
    architectures: unique(images.flatMap((image) => [...architecturesIn(image)])),
    cpu: amounts.cpu,
    memoryMb: amounts.memory,
    imageHosts: hosts,
    objectHosts: unique(hosts.map(objectHostOf).filter((host) => host !== undefined)),
    ports: portsOf(containers, isHostNetwork),
    paths: pathsOf(containers),
    needsGpu: containers.some((container) => asksFor(container, ['gpu'])),
    needsNpu: containers.some((container) => asksFor(container, ['npu', 'D310', 'D310B'])),
  };
}

/** The host name of an image store, without its port; undefined if it is not a host name. */
function hostOf(image: string): string | undefined {
  const host = (splitImage(image).host ?? DEFAULT_HOST).replace(/:\d+$/, '');
  return isHostName(host) || isIpv4(host) ? host : undefined;
}

/** The layers of an image in SWR come from the object store of its region. */
function objectHostOf(host: string): string | undefined {
  const [, region] = /^swr\.([a-z0-9-]+)\.myhuaweicloud\.com$/.exec(host) ?? [];
  return region === undefined ? undefined : `obs.${region}.myhuaweicloud.com`;
}

function portsOf(containers: readonly object[], isHostNetwork: boolean): readonly NeededPort[] {
  const found = containers.flatMap((container) =>
    asList(getIn(container, ['ports'])).flatMap((row): NeededPort[] => {
      const port = asObject(row);
      const protocol = String(port.protocol).toUpperCase() === 'UDP' ? 'udp' : 'tcp';
      const range = asObject(port.host_port_range);
      const single = isHostNetwork ? port.container_port : port.host_port;
      const min = portNumber(single) ?? portNumber(range.min_port);
      const max = portNumber(single) ?? portNumber(range.max_port);
      if (min === undefined || max === undefined || max < min) return [];
      return [{ protocol, min, max }];
    }),
  );
  const keys = new Set<string>();
  return found.filter(({ protocol, min, max }) => {
    const key = `${protocol} ${min} ${max}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

function portNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return number > 0 && number < 65_536 ? number : undefined;
}

function pathsOf(containers: readonly object[]): readonly NeededPath[] {
  const sources = containers.flatMap((container) =>
    asList(getIn(container, ['volumes'])).flatMap((row) => {
      const { type, source } = asObject(row);
      return type === 'hostPath' && typeof source === 'string' && source !== '' ? [source] : [];
    }),
  );
  return unique(sources.map((source) => source.replaceAll('\0', ''))).map((path) => ({
    path,
    shown: foreignLine(path),
    isDevice: path.startsWith('/dev/'),
  }));
}

function asksFor(container: object, amounts: readonly string[]): boolean {
  return ['requests', 'limits'].some((side) =>
    amounts.some((amount) => {
      const value = getIn(container, ['resources', side, amount]);
      return (typeof value === 'string' || typeof value === 'number') && Number(value) > 0;
    }),
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
