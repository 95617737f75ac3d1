import { createSeededIds } from './seeded-ids.ts';

/** The part of a node record that differs between nodes. */
export interface NodeSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly state: 'RUNNING' | 'FAIL' | 'FREEZE' | 'UPGRADING' | 'STOPPED' | 'UNCONNECTED';
  readonly arch: 'x86_64' | 'aarch64';
  readonly cpu: number;
  /** In MB. */
  readonly memory: number;
  readonly ip: string;
  readonly os: string;
  readonly kernel: string;
  readonly gpu?: { readonly model: string; readonly memory: number };
  readonly npu?: { readonly type: string; readonly count: number };
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly created_at: string;
  /** Age of the last change of the record. */
  readonly updatedAgoMs: number;
}

/** The nodes of every tenant. The first one is in the API page's example request. */
export const nodeSeeds: readonly NodeSeed[] = [
  {
    id: '9ebd8efb-9fdd-44a1-abda-9cdbc287a867',
    name: 'sz-plant1-gateway-01',
    description: 'Line 1 gateway, Shenzhen plant',
    state: 'RUNNING',
    arch: 'x86_64',
    cpu: 4,
    memory: 7822,
    ip: '10.20.1.11',
    os: 'Ubuntu 20.04.6 LTS',
    kernel: '5.4.0-150-generic',
    tags: [
      { key: 'site', value: 'shenzhen' },
      { key: 'line', value: '1' },
    ],
    created_at: '2023-03-06T01:12:45.118203Z',
    updatedAgoMs: 12_000,
  },
  {
    id: '2f6c1b0e-5a37-4e0e-9a4f-6f1f0d3b7c21',
    name: 'sz-plant1-gateway-02',
    description: 'Line 2 gateway, Shenzhen plant',
    state: 'RUNNING',
    arch: 'x86_64',
    cpu: 4,
    memory: 7822,
    ip: '10.20.1.12',
    os: 'Ubuntu 20.04.6 LTS',
    kernel: '5.4.0-150-generic',
    tags: [
      { key: 'site', value: 'shenzhen' },
      { key: 'line', value: '2' },
    ],
    created_at: '2023-03-06T01:20:02.904417Z',
    updatedAgoMs: 8_000,
  },
  {
    id: '7c0a4d92-18be-4c55-8a43-b0f7d1f5e6aa',
    name: 'hz-warehouse-arm-01',
    description: 'Dock scanner, Hangzhou warehouse',
    state: 'RUNNING',
    arch: 'aarch64',
    cpu: 8,
    memory: 15870,
    ip: '192.168.40.21',
    os: 'EulerOS 2.0 (SP8)',
    kernel: '4.19.36-vhulk1907.1.0.h619.eulerosv2r8.aarch64',
    tags: [{ key: 'site', value: 'hangzhou' }],
    created_at: '2023-06-19T07:44:10.530118Z',
    updatedAgoMs: 3_000,
  },
  {
    id: 'd41e8b77-3f6d-4b3a-9f0e-2c9a5d7e1b34',
    name: 'sh-vision-gpu-01',
    description: 'Visual inspection with two T4 cards, Shanghai lab',
    state: 'RUNNING',
    arch: 'x86_64',
    cpu: 32,
    memory: 128742,
    ip: '172.16.8.5',
    os: 'CentOS Linux 7 (Core)',
    kernel: '3.10.0-1160.88.1.el7.x86_64',
    gpu: { model: 'Tesla T4', memory: 15109 },
    tags: [
      { key: 'site', value: 'shanghai' },
      { key: 'role', value: 'inference' },
    ],
    created_at: '2023-08-01T03:05:57.000271Z',
    updatedAgoMs: 5_000,
  },
  {
    id: 'a85f0c6d-94e2-4f7b-b6c8-51d20e4f9b03',
    name: 'gz-crossing-atlas-07',
    description: 'Traffic camera box with Ascend 310, Guangzhou',
    state: 'RUNNING',
    arch: 'aarch64',
    cpu: 8,
    memory: 7976,
    ip: '192.168.77.107',
    os: 'Ubuntu 18.04.6 LTS',
    kernel: '4.19.90-atlas500',
    npu: { type: 'D310', count: 1 },
    tags: [
      { key: 'site', value: 'guangzhou' },
      { key: 'role', value: 'camera' },
    ],
    created_at: '2023-11-14T09:31:20.771936Z',
    updatedAgoMs: 9_000,
  },
  {
    id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8',
    name: 'cd-store-018',
    description: 'Shop counter, Chengdu; offline since the line was moved',
    state: 'UNCONNECTED',
    arch: 'x86_64',
    cpu: 2,
    memory: 3790,
    ip: '192.168.18.10',
    os: 'Debian GNU/Linux 11 (bullseye)',
    kernel: '5.10.0-23-amd64',
    tags: [{ key: 'site', value: 'chengdu' }],
    created_at: '2024-01-22T02:18:33.429580Z',
    updatedAgoMs: 2 * 24 * 3_600_000,
  },
];

/** Creates `count` identical nodes named `mock-node-0001` and so on, with IDs derived from their names. */
export function makeNodeSeeds(count: number): NodeSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `mock-node-${String(index + 1).padStart(4, '0')}`;
    return {
      id: createSeededIds(name)(),
      name,
      description: '',
      state: 'RUNNING',
      arch: 'x86_64',
      cpu: 4,
      memory: 7822,
      ip: `10.${100 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`,
      os: 'Ubuntu 20.04.6 LTS',
      kernel: '5.4.0-150-generic',
      tags: [],
      created_at: '2024-01-01T00:00:00.000000Z',
      updatedAgoMs: 4_000,
    };
  });
}

/** A node as returned by list and show (API definition ListEdgeNodes), with the vendor's keys. */
export function makeNodeRecord(
  seed: NodeSeed,
  projectId: string,
  deploymentCount: number,
  nowMs: number,
) {
  return {
    id: seed.id,
    name: seed.name,
    description: seed.description,
    project_id: projectId,
    state: seed.state,
    host_name: seed.name,
    arch: seed.arch,
    cpu: seed.cpu,
    memory: seed.memory,
    enable_gpu: seed.gpu !== undefined,
    gpu_num: seed.gpu === undefined ? 0 : 2,
    gpu_info: seed.gpu === undefined ? [] : [seed.gpu, seed.gpu],
    enable_npu: seed.npu !== undefined,
    npu_type: seed.npu?.type ?? '',
    npu_num: seed.npu?.count ?? 0,
    npu_info: [],
    host_ips: [seed.ip],
    nics: [{ interface: 'eth0', ip: seed.ip }],
    os_name: seed.os,
    os_type: 'linux',
    os_version: seed.kernel,
    container_runtime_version: 'docker://19.03.0',
    docker_enable: true,
    edged_version: '2.56.0',
    ief_node_version: '2.56.0',
    mqtt_mode: 'internal',
    mqtt_internal: 'tls://0.0.0.0:8883',
    mqtt_external: null,
    deployment_num: deploymentCount,
    device_num: 0,
    device_infos: [],
    attributes: [],
    tags: seed.tags,
    log_configs: [],
    upgrade_history: null,
    ntp_configs: null,
    error_reason: null,
    comment: null,
    relation: null,
    // Null in the vendor's lists too; the proxy drops these keys whatever they contain.
    private_key: null,
    certificate: null,
    ca: null,
    package: null,
    created_at: seed.created_at,
    updated_at: new Date(nowMs - seed.updatedAgoMs).toISOString(),
  };
}
