import type { Context, Facts } from '#src/domain/core/context.ts';
import { container, groupId, nodeId, onGroup, onNode, type RuleExample } from './example-bodies.ts';

const professional: Context = { edition: 'professional' };
const platinum: Context = { edition: 'platinum' };
const labelRule = { key: 'zone', operator: 'In', values: ['east'] };
const affinity = { node_affinity: [labelRule] };

const knowing = (facts: Facts): Context => ({ edition: 'professional', facts });
const port = (hostPort: number) => ({ container_port: 80, host_port: hostPort });

/** Examples for the rules over the whole body. */
export const podExamples = {
  R01: {
    blames: 'node_ids',
    severity: 'error',
    context: platinum,
    broken: onNode({ root: { node_ids: [] } }),
    corrected: onNode(),
  },
  R02: {
    blames: 'node_ids',
    severity: 'error',
    context: professional,
    broken: onNode({ root: { node_ids: [nodeId, '29d20c18-c20c-4a45-a087-42c766fc5d97'] } }),
    corrected: onNode(),
  },
  R03: {
    blames: 'group_id',
    severity: 'error',
    context: professional,
    broken: onGroup(),
    corrected: onNode(),
  },
  R04: {
    blames: 'deployment.template.configs.migration',
    severity: 'error',
    context: platinum,
    broken: onNode({ root: { node_ids: [], group_id: groupId } }),
    corrected: onGroup(),
  },
  R05: {
    blames: 'deployment.template.configs.migration',
    severity: 'warning',
    context: platinum,
    broken: onNode({ configs: { migration: true } }),
    corrected: onNode({ configs: { migration: false } }),
  },
  R06: {
    blames: 'deployment.template.configs.toleration_seconds',
    severity: 'warning',
    context: professional,
    broken: onNode({ configs: { toleration_seconds: 300 } }),
    corrected: onNode(),
  },
  R07: {
    blames: 'deployment.template.configs.toleration_seconds',
    severity: 'warning',
    context: platinum,
    broken: onGroup({ configs: { toleration_seconds: 300 } }),
    corrected: onGroup({ configs: { migration: true, toleration_seconds: 300 } }),
  },
  R08: {
    blames: 'deployment.replicas',
    severity: 'error',
    context: professional,
    broken: onNode({ replicas: 2 }),
    corrected: onNode(),
  },
  R09: {
    blames: 'deployment.replicas',
    severity: 'warning',
    context: platinum,
    broken: onNode({ replicas: 3 }),
    corrected: onGroup({ replicas: 3 }),
  },
  R10: {
    blames: 'deployment.template.affinity',
    severity: 'error',
    context: professional,
    broken: onNode({ template: { affinity } }),
    corrected: onNode(),
  },
  R11: {
    blames: 'deployment.template.affinity',
    severity: 'warning',
    context: platinum,
    broken: onNode({ template: { affinity } }),
    corrected: onGroup({ template: { affinity } }),
  },
  R12: {
    blames: 'deployment.template.affinity.pod_affinity[0].values',
    severity: 'error',
    context: platinum,
    broken: onGroup({
      template: { affinity: { pod_affinity: [{ key: 'zone', operator: 'NotIn', values: [] }] } },
    }),
    corrected: onGroup({
      template: { affinity: { pod_affinity: [{ key: 'zone', operator: 'DoesNotExist' }] } },
    }),
  },
  R13: {
    blames: 'deployment.template.containers[0].ports',
    severity: 'warning',
    context: professional,
    broken: onNode({ configs: { host_network: true }, container: { ports: [port(8080)] } }),
    corrected: onNode({ container: { ports: [port(8080)] } }),
  },
  R16: {
    blames: 'deployment.template.containers[1].ports[0].host_port',
    severity: 'error',
    context: professional,
    broken: onNode({
      template: {
        containers: [
          container('web', { ports: [port(8080)] }),
          container('log', { ports: [port(8080)] }),
        ],
      },
    }),
    corrected: onNode({
      template: {
        containers: [
          container('web', { ports: [port(8080)] }),
          container('log', { ports: [port(8081)] }),
        ],
      },
    }),
  },
  R28: {
    blames: 'deployment.template.containers[0].resources.limits.gpu',
    severity: 'warning',
    context: knowing({ nodes: [{ id: nodeId, name: 'edge-1', enableGpu: false }] }),
    broken: onNode({ container: { resources: { limits: { gpu: '500' } } } }),
    corrected: onNode({ container: { resources: { limits: { memory: '500' } } } }),
  },
  R29: {
    blames: 'tags[1].key',
    severity: 'error',
    context: professional,
    broken: onNode({
      root: {
        tags: [
          { key: 'app', value: 'web' },
          { key: 'app', value: 'log' },
        ],
      },
    }),
    corrected: onNode({
      root: {
        tags: [
          { key: 'app', value: 'web' },
          { key: 'App', value: 'log' },
        ],
      },
    }),
  },
  R30: {
    blames: 'name',
    severity: 'warning',
    context: knowing({ deploymentNames: ['app'] }),
    broken: onNode(),
    corrected: onNode({ root: { name: 'app-2' } }),
  },
  R31: {
    blames: 'deployment.template.init_containers[0].name',
    severity: 'error',
    context: professional,
    broken: onNode({ template: { init_containers: [container('container-0')] } }),
    corrected: onNode({ template: { init_containers: [container('prepare')] } }),
  },
  R34: {
    blames: 'deployment.template.configs.dns_policy',
    severity: 'error',
    context: { edition: 'platinum', generation: '2025' },
    broken: onNode({ configs: { host_network: true, dns_policy: 'ClusterFirst' } }),
    corrected: onNode({ configs: { host_network: true, dns_policy: 'ClusterFirstWithHostNet' } }),
  },
  R36: {
    blames: 'deployment.template.containers[0].image_url',
    severity: 'warning',
    context: knowing({
      nodes: [{ id: nodeId, name: 'edge-1', arch: 'x86_64' }],
    }),
    broken: onNode({ container: { image_url: 'arm64v8/nginx:1.27' } }),
    corrected: onNode({ container: { image_url: 'amd64/nginx:1.27' } }),
  },
  R37: {
    blames: 'deployment.template.containers[0].envs[0].value_from.configmap.key',
    severity: 'warning',
    context: knowing({ configmaps: [{ name: 'settings', keys: ['level'] }], secrets: [] }),
    broken: onNode({
      container: {
        envs: [{ name: 'LEVEL', value_from: { configmap: { name: 'settings', key: 'lever' } } }],
      },
    }),
    corrected: onNode({
      container: {
        envs: [{ name: 'LEVEL', value_from: { configmap: { name: 'settings', key: 'level' } } }],
      },
    }),
  },
  R39: {
    blames: 'node_ids[0]',
    severity: 'warning',
    context: knowing({
      nodes: [{ id: nodeId, name: 'edge-1', state: 'RUNNING' }],
      hasAllNodes: true,
    }),
    broken: onNode({ root: { node_ids: ['3e64d98a-37c5-43a6-9bfe-052b9083e362'] } }),
    corrected: onNode(),
  },
  R43: {
    blames: 'deployment.template.containers[0].ports[1].host_port',
    severity: 'warning',
    context: { edition: 'platinum' },
    broken: onNode({
      container: {
        ports: [
          { container_port: 80, host_port: 8080, host_ip: '0.0.0.0' },
          { container_port: 81, host_port: 8080, host_ip: '192.168.0.1' },
        ],
      },
    }),
    corrected: onNode({
      container: {
        ports: [
          { container_port: 80, host_port: 8080, host_ip: '192.168.0.2' },
          { container_port: 81, host_port: 8080, host_ip: '192.168.0.1' },
        ],
      },
    }),
  },
  R46: {
    blames: 'description',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({ root: { description: null } }),
    corrected: onNode(),
  },
  R47: {
    blames: 'tags[0]',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({ root: { tags: [{ key: 'app' }] } }),
    corrected: onNode({ root: { tags: [{ key: 'app', value: '' }] } }),
  },
  R48: {
    blames: 'deployment.template.containers[0].envs[0].value',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({ container: { envs: [{ name: 'SCRIPT', value: 'set -e\r\nrun\r\n' }] } }),
    corrected: onNode({ container: { envs: [{ name: 'SCRIPT', value: 'set -e\nrun\n' }] } }),
  },
  R49: {
    blames: 'node_ids[0]',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({ root: { node_ids: ['edge-1'] } }),
    corrected: onNode(),
  },
  R50: {
    blames: 'deployment.template.configs.restartPolicy',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({ configs: { restartPolicy: 'Never' } }),
    corrected: onNode(),
  },
  R51: {
    blames: '$',
    severity: 'error',
    context: { edition: 'professional' },
    broken: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec: {} },
    corrected: onNode(),
  },
} satisfies Record<string, RuleExample>;
