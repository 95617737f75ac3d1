/** A configmap or secret with made-up values. */
export interface ConfigSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
  /** Without a time zone, as the vendor writes it. */
  readonly created_at: string;
}

/** The configmaps of every tenant. */
export const configmapSeeds: readonly ConfigSeed[] = [
  {
    id: '1a09eb6cc0d49a0941df2f31283c01d8',
    name: 'line-settings',
    description: 'Cycle times and thresholds of the assembly lines',
    values: { 'line.yaml': 'cycle: 42\n', LOG_LEVEL: 'info', UPLOAD_INTERVAL: '30' },
    created_at: '2023-03-08T09:12:25.347335',
  },
  {
    id: '5e27f0aa91b84c06b6c2d4e81f93a7d1',
    name: 'mqtt-bridge',
    description: 'Topics bridged to the cloud',
    values: { 'bridge.conf': 'topic plant/# out 1\n', BROKER_HOST: 'tls://0.0.0.0:8883' },
    created_at: '2023-06-20T02:31:40.018204',
  },
  {
    id: '8c41d7be3f5047d2a9e06b1c7f28e490',
    name: 'nginx-conf',
    description: '',
    values: { 'nginx.conf': 'worker_processes 1;\n', 'mime.types': 'text/html html;\n' },
    created_at: '2024-01-11T11:05:09.772615',
  },
];

/** The secrets of every tenant. */
export const secretSeeds: readonly ConfigSeed[] = [
  {
    id: '6d90c2b7e4f148a38b5a7c1de0f2934b',
    name: 'mqtt-credentials',
    description: 'Account of the bridge',
    values: { username: 'bW9jaw==', password: 'bW9jaw==' },
    created_at: '2023-06-20T02:33:02.640118',
  },
  {
    id: 'b31fa8d05c7e4962917d0e4ac85f62b7',
    name: 'registry-pull',
    description: 'Image registry',
    values: { '.dockerconfigjson': 'e30=' },
    created_at: '2023-03-08T09:20:10.100447',
  },
  {
    id: 'f04e6d1938ab4d7fa2c590b76e81d3c5',
    name: 'camera-api',
    description: '',
    values: { token: 'bW9jaw==', endpoint: 'bW9jaw==' },
    created_at: '2023-11-14T10:02:51.915330',
  },
];
