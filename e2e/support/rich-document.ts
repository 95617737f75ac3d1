import { everyTable } from './every-table.ts';

/** A document with a value in every part of the form, and with errors and unknown keys in every step. */
export function richDocument() {
  const body = everyTable('6a0a1ac3-9e4f-4b3e-8ed1-2f1f0d1f7c11');
  const { template } = body.deployment;
  const [vision] = template.containers;
  return {
    ...body,
    name: 'Edge Vision',
    description: '50% off',
    tags: [...body.tags, { key: 'site', value: '' }],
    owner: { team: 'a' },
    deployment: {
      replicas: '8x',
      annotations: { ring_controller: 'none', more: {} },
      template: {
        ...template,
        configs: { ...template.configs, toleration_seconds: -1, dns_policy: 'Default', dns: 1 },
        affinity: {
          node_affinity: [{ key: '', operator: 'In', values: ['z1', ''] }],
          pod_affinity: [{ key: 'app', operator: 'Near' }],
        },
        containers: [
          {
            ...vision!,
            image_url: '',
            envs: [...vision!.envs, { name: '1BAD', value: 'x' }, { name: 'LOG_LEVEL', value: '' }],
            ports: [...vision!.ports, { container_port: 70_000, host_ip: 'nowhere', zone: 1 }],
            volumes: [
              ...vision!.volumes,
              { name: 'Wrong', type: 'nfs', source: 'x', destination: 'relative' },
            ],
            readiness_probe: { http_get: { path: 'x', port: 0 }, timeout_seconds: 'soon' },
            resources: { limits: { cpu: '0.1', memory: 'much' }, requests: { cpu: '0.5' } },
            lifecycle: {},
          },
          { name: 'vision', image_url: 'busybox' },
        ],
      },
    },
  };
}
