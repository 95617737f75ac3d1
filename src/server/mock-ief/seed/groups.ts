export interface GroupSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Names of seeded nodes. */
  readonly nodeNames: readonly string[];
  readonly created_at: string;
}

/** The node groups of every tenant. */
export const groupSeeds: readonly GroupSeed[] = [
  {
    id: 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd',
    name: 'shenzhen-gateways',
    description: 'Line gateways of the Shenzhen plant',
    nodeNames: ['sz-plant1-gateway-01', 'sz-plant1-gateway-02'],
    created_at: '2023-03-07 08:21:05.794205 +0000 UTC',
  },
  {
    id: '3b7d5a90-6c2f-4d18-9e5b-80f4a1c6d2e7',
    name: 'arm-fleet',
    description: 'Every aarch64 box',
    nodeNames: ['hz-warehouse-arm-01', 'gz-crossing-atlas-07'],
    created_at: '2023-11-15 02:40:11.120853 +0000 UTC',
  },
  {
    id: 'c96e2f18-40ab-47d3-b5f9-17e8d3a0b64c',
    name: 'staging-empty',
    description: '',
    nodeNames: [],
    created_at: '2024-02-01 06:00:00.000417 +0000 UTC',
  },
];
