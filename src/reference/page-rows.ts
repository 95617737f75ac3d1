/**
 * All rows of the tables of the API page, transcribed by hand: number, type name, and the key and type of each row in the
 * order of the page. `Array of N` and `object N` mean 表N. Nothing here is derived from our specs, so tests can check
 * the specs against it.
 */
export type PageTable = readonly [table: number, type: string, rows: string];

/** Path and headers of the request. */
const parameterTables: readonly PageTable[] = [
  [1, 'path', '*project_id String'],
  [2, 'header', 'Content-Type String, X-Auth-Token String, ief-instance-id String'],
];

/**
 * The request body. The page gives table 3 no type name. Required keys have a star (docs/sources.md, section 1). Tables 33
 * and 34 are among those of the response.
 */
export const requestTables: readonly PageTable[] = [
  [
    3,
    'Deployment',
    '*name String, description String, source String, group_id String, node_ids Array of strings, tags Array of 17, *deployment object 4',
  ],
  [4, 'CreateAppsInDeploymentV3', '*replicas Integer, *template object 5'],
  // The page refers to table 41 (the 500 response) for the affinity, but means table 33.
  [
    5,
    'PodRequest',
    '*configs object 16, affinity object 33, init_containers Array of 6, *containers Array of 6',
  ],
  [
    6,
    'ContainerDef',
    '*name String, *image_url String, args Array of strings, command Array of strings, resources object 14, envs Array of 13, ports Array of 11, privileged Boolean, readiness_probe object 8, liveness_probe object 8, version String, volumes Array of 7, npu_type String',
  ],
  [
    7,
    'Volume',
    '*name String, *type String, read_only Boolean, *source String, *destination String',
  ],
  [
    8,
    'Probe',
    'http_get object 10, exec object 9, initial_delay_seconds Long, timeout_seconds Long',
  ],
  [9, 'Exec', '*command String'],
  [10, 'HttpGet', '*path String, *port Integer, host String, scheme String'],
  [
    11,
    'HostContainerPortMapping',
    '*container_port Long, host_port Long, host_ip String, host_port_range object 12',
  ],
  [12, 'HostPortRange', '*min_port Long, *max_port Long'],
  [13, 'Env', '*name String, value String, value_from object 18, field_path String'],
  [14, 'ResQuest', 'limits object 15, requests object 15'],
  [15, 'Res', 'cpu String, memory String, gpu String, npu String'],
  [
    16,
    'PodConfigs',
    'host_network Boolean, host_pid Boolean, migration Boolean, *restart_policy String, toleration_seconds Integer',
  ],
  [17, 'Attribute', '*key String, value String'],
  [18, 'ValueFrom', 'secret object 19, configmap object 20'],
  [19, 'secret', '*name String, *key String'],
  [20, 'configmap', '*name String, *key String'],
  [33, 'PodAffinity', 'node_affinity Array of 34, pod_affinity Array of 34'],
  [34, 'MatchExpression', '*key String, *operator String, values Array of strings'],
];

/**
 * The body of a successful response, status 200. Tables 33 and 34 of the request apply here too. The page does
 * not mark required keys; a star marks a key that docs/sources.md, section 4, requires.
 */
const answerTables: readonly PageTable[] = [
  [
    21,
    'DeploymentAnswer',
    '*id String, *name String, replicas Integer, ready_replicas Integer, description String, group_id String, *node_ids Array of strings, tags Array of 36, api_version String, source String, project_id String, created_at String, updated_at String, *template object 22, state String, source_id String',
  ],
  // As in table 5, the page says 41 for the affinity.
  [
    22,
    'PodRequest',
    '*configs object 35, affinity object 33, init_containers Array of 23, *containers Array of 23',
  ],
  [
    23,
    'ContainerDef',
    '*name String, *image_url String, args Array of strings, command Array of strings, resources object 31, envs Array of 30, ports Array of 28, privileged Boolean, readiness_probe object 25, liveness_probe object 25, version String, volumes Array of 24, npu_type String',
  ],
  [
    24,
    'Volume',
    '*name String, *type String, read_only Boolean, *source String, *destination String',
  ],
  [
    25,
    'Probe',
    'http_get object 26, exec object 27, initial_delay_seconds Long, timeout_seconds Long',
  ],
  [26, 'HttpGet', '*path String, *port Integer, host String, scheme String'],
  [27, 'Exec', '*command String'],
  [
    28,
    'HostContainerPortMapping',
    '*container_port Long, host_port Long, host_ip String, host_port_range object 29',
  ],
  [29, 'HostPortRange', '*min_port Long, *max_port Long'],
  [30, 'Env', '*name String, value String, value_from object 37, field_path String'],
  [31, 'ResQuest', 'limits object 32, requests object 32'],
  [32, 'Res', 'cpu String, memory String, gpu String, npu String'],
  [
    35,
    'PodConfigs',
    'host_network Boolean, host_pid Boolean, migration Boolean, *restart_policy String, toleration_seconds Integer',
  ],
  [36, 'Attribute', '*key String, value String'],
  [37, 'ValueFrom', 'secret object 38, configmap object 39'],
  [38, 'secret', '*name String, *key String'],
  [39, 'configmap', '*name String, *key String'],
];

/** The responses with status 400 and 500. */
const errorTables: readonly PageTable[] = [
  [40, 'ErrorAnswer', '*error_code String, *error_msg String'],
  [41, 'FailureAnswer', '*error_code String, *error_msg String'],
];

/** All tables of the page, in its order. */
export const pageTables: readonly PageTable[] = [
  ...parameterTables,
  ...requestTables,
  ...answerTables,
  ...errorTables,
].toSorted(([a], [b]) => a - b);

/** One row of a table of the page. */
export interface PageRow {
  readonly table: number;
  /** The type's name on the page, as in the spec. */
  readonly type: string;
  readonly key: string;
  /** The type as on the page, with tables by number. */
  readonly pageType: string;
  /** The same in JSON: Long and Integer are both JSON integers. */
  readonly wireType: string;
  /** True if the key has a star. */
  readonly required: boolean;
}

/** The rows of some tables. */
export function rowsOfTable(tables: readonly PageTable[]): PageRow[] {
  return tables.flatMap(([table, type, rows]) =>
    rows.split(', ').map((row) => {
      const [, star, key = '', pageType = ''] = /^(\*?)([\w-]+) (.+)$/.exec(row) ?? [];
      const wireType = pageType === 'Long' ? 'Integer' : pageType;
      return { table, type, key, pageType, wireType, required: star === '*' };
    }),
  );
}
