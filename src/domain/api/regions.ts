import type { Text } from '#src/domain/core/text.ts';

/** The two families of API hosts in the vendor's lists: `ief.` in the SDKs, `ief2.` in the table of endpoints. */
export type HostFamily = 'ief' | 'ief2';

/** A region with a known API host (docs/sources.md, section 3). */
export interface Region {
  readonly id: string;
  readonly label: Text;
  /** The families it is listed in; the first is the default. */
  readonly families: readonly HostFamily[];
}

/** Every region with a documented IEF host. Others may exist: a target can name any host. */
export const regions: readonly Region[] = [
  { id: 'cn-north-4', label: { en: 'Beijing 4', zh: '华北-北京四' }, families: ['ief', 'ief2'] },
  { id: 'cn-north-1', label: { en: 'Beijing 1', zh: '华北-北京一' }, families: ['ief', 'ief2'] },
  { id: 'cn-east-3', label: { en: 'Shanghai 1', zh: '华东-上海一' }, families: ['ief'] },
  { id: 'cn-east-2', label: { en: 'Shanghai 2', zh: '华东-上海二' }, families: ['ief', 'ief2'] },
  { id: 'cn-south-1', label: { en: 'Guangzhou', zh: '华南-广州' }, families: ['ief'] },
];

/** The origin of a region's API in a family of hosts. */
function endpointIn(region: string, family: HostFamily): string {
  return `https://${family}.${region}.myhuaweicloud.com`;
}

/** The origin of a region's IAM. */
export function iamEndpointIn(region: string): string {
  return `https://iam.${region}.myhuaweicloud.com`;
}

/** All presets, as written in a targets file: `cn-north-4`, `ief2/cn-north-4` and so on. */
export const presetNames: readonly string[] = regions.flatMap(({ id, families }) =>
  families.map((family) => (family === 'ief' ? id : `${family}/${id}`)),
);

/** Region and endpoint of a preset; undefined for an unknown name. */
export function findPreset(name: string): { region: string; endpoint: string } | undefined {
  if (!presetNames.includes(name)) return undefined;
  const region = name.slice(name.indexOf('/') + 1);
  return { region, endpoint: endpointIn(region, name.startsWith('ief2/') ? 'ief2' : 'ief') };
}

/** True for an endpoint that Huawei Cloud publishes. */
export function isPublishedEndpoint(endpoint: string): boolean {
  return presetNames.some((name) => findPreset(name)?.endpoint === endpoint);
}
