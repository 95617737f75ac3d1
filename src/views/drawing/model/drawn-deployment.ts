import { getIn } from '#src/json/get-in.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** A deployment as far as it can be drawn. Values of an unexpected type count as absent. */
export interface DrawnDeployment {
  readonly name: string;
  readonly usesHostNetwork: boolean;
  readonly restartPolicy: string;
  readonly replicas: number;
  readonly nodeId: string;
  readonly groupId: string;
  readonly containers: readonly DrawnContainer[];
}

export interface DrawnContainer {
  readonly name: string;
  readonly isInit: boolean;
  readonly image: string;
  readonly isPrivileged: boolean;
  /** The limits, or the requests where there is no limit. */
  readonly cpu: string;
  readonly memory: string;
  readonly variables: number;
  readonly ports: readonly DrawnPort[];
  readonly mounts: readonly DrawnMount[];
}

export interface DrawnPort {
  /** A port of the node or a range of them; empty if there is none. */
  readonly host: string;
  readonly container: string;
  readonly ip: string;
}

export const mountKinds = ['hostPath', 'configMap', 'secret', 'emptyDir'] as const;
export type MountKind = (typeof mountKinds)[number];

/** Something outside of a container that it reads or writes. */
export interface DrawnMount {
  readonly kind: MountKind;
  /** The path on the node, or the name of the configmap, secret or volume. */
  readonly source: string;
  /** Where the container sees it; empty if a variable has its value. */
  readonly path: string;
  readonly isReadOnly: boolean;
}

export function toDrawnDeployment(body: Json): DrawnDeployment {
  const containers = (list: 'containers' | 'init_containers') =>
    rowsAt(body, 'deployment', 'template', list).map((container) =>
      readContainer(container, list === 'init_containers'),
    );
  const replicas = getIn(body, ['deployment', 'replicas']);
  return {
    name: textAt(body, 'name'),
    usesHostNetwork: getIn(body, ['deployment', 'template', 'configs', 'host_network']) === true,
    restartPolicy: textAt(body, 'deployment', 'template', 'configs', 'restart_policy'),
    replicas: typeof replicas === 'number' ? replicas : 1,
    nodeId: textAt(body, 'node_ids', 0),
    groupId: textAt(body, 'group_id'),
    containers: [...containers('init_containers'), ...containers('containers')],
  };
}

function readContainer(container: Json, isInit: boolean): DrawnContainer {
  const amount = (key: string) =>
    textAt(container, 'resources', 'limits', key) ||
    textAt(container, 'resources', 'requests', key);
  const envs = rowsAt(container, 'envs');
  return {
    name: textAt(container, 'name'),
    isInit,
    image: textAt(container, 'image_url'),
    isPrivileged: getIn(container, ['privileged']) === true,
    cpu: amount('cpu'),
    memory: amount('memory'),
    variables: envs.length,
    ports: rowsAt(container, 'ports').map(readPort),
    mounts: distinct([
      ...rowsAt(container, 'volumes').flatMap(readVolume),
      ...envs.flatMap(readReference),
    ]),
  };
}

function readPort(port: Json): DrawnPort {
  const number = (...path: (string | number)[]) => {
    const value = getIn(port, path);
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  };
  const lowest = number('host_port_range', 'min_port');
  const highest = number('host_port_range', 'max_port');
  return {
    host: number('host_port') || (lowest && highest ? `${lowest}–${highest}` : ''),
    container: number('container_port'),
    ip: textAt(port, 'host_ip'),
  };
}

function readVolume(volume: Json): readonly DrawnMount[] {
  const kind = mountKinds.find((known) => known === getIn(volume, ['type']));
  if (kind === undefined) return [];
  return [
    {
      kind,
      source: textAt(volume, 'source') || textAt(volume, 'name'),
      path: textAt(volume, 'destination'),
      isReadOnly: getIn(volume, ['read_only']) === true,
    },
  ];
}

/** The configmap or secret that a variable takes its value from. */
function readReference(variable: Json): readonly DrawnMount[] {
  const configmap = textAt(variable, 'value_from', 'configmap', 'name');
  const secret = textAt(variable, 'value_from', 'secret', 'name');
  const source = configmap || secret;
  if (source === '') return [];
  return [{ kind: configmap ? 'configMap' : 'secret', source, path: '', isReadOnly: true }];
}

function distinct(mounts: readonly DrawnMount[]): readonly DrawnMount[] {
  const keyOf = ({ kind, source, path }: DrawnMount) => JSON.stringify([kind, source, path]);
  return [...new Map(mounts.map((mount) => [keyOf(mount), mount])).values()];
}

function rowsAt(value: Json, ...path: string[]): readonly Json[] {
  const rows = getIn(value, path);
  return isJsonList(rows) ? rows.filter(isJsonObject) : [];
}

function textAt(value: Json, ...path: (string | number)[]): string {
  const text = getIn(value, path);
  return typeof text === 'string' ? text : '';
}
