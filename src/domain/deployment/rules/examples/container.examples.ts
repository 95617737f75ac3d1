import type { JsonObject } from '#src/json/value.ts';
import type { Severity } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';
import { container, onNode, type RuleExample } from './example-bodies.ts';

/** An example for a rule within the only container; `blames` is relative to the container. */
function inContainer(
  severity: Severity,
  blames: string,
  broken: JsonObject,
  corrected: JsonObject,
  context: Context = { edition: 'professional' },
): RuleExample {
  return {
    blames: `deployment.template.containers[0].${blames}`,
    severity,
    context,
    broken: onNode({ container: broken }),
    corrected: onNode({ container: corrected }),
  };
}

const secret = { name: 'login', key: 'password' };
const configmap = { name: 'settings', key: 'level' };
const httpGet = { path: '/', port: 80 };
const exec = { command: 'cat /tmp/healthy' };
const probe = { http_get: httpGet };

const range = (min: number, max: number) => ({
  ports: [{ container_port: 80, host_port_range: { min_port: min, max_port: max } }],
});

const volume = (rest: JsonObject) => ({
  volumes: [{ name: 'data', destination: '/data', ...rest }],
});

/** Examples for the rules within one container. */
export const containerExamples = {
  R14: inContainer(
    'error',
    'ports[0]',
    { ports: [{ container_port: 80 }] },
    { ports: [{ container_port: 80, host_port: 8080 }] },
  ),
  R15: inContainer(
    'error',
    'ports[0].host_port_range.max_port',
    range(9000, 9000),
    range(9000, 9001),
    { edition: 'platinum' },
  ),
  R17: inContainer(
    'error',
    'envs[0]',
    { envs: [{ name: 'MODE' }] },
    { envs: [{ name: 'MODE', value: '' }] },
  ),
  R18: inContainer(
    'error',
    'envs[0].value_from',
    { envs: [{ name: 'LOGIN', value_from: { secret, configmap } }] },
    { envs: [{ name: 'LOGIN', value_from: { secret } }] },
  ),
  R19: inContainer(
    'error',
    'envs[1].name',
    {
      envs: [
        { name: 'MODE', value: 'a' },
        { name: 'MODE', value: 'b' },
      ],
    },
    {
      envs: [
        { name: 'MODE', value: 'a' },
        { name: 'mode', value: 'b' },
      ],
    },
  ),
  R20: inContainer(
    'error',
    'volumes[0].source',
    volume({ type: 'emptyDir', source: 'ssd' }),
    volume({ type: 'emptyDir', source: 'disk' }),
  ),
  R21: inContainer(
    'error',
    'volumes[0].read_only',
    volume({ type: 'secret', source: 'login', read_only: false }),
    volume({ type: 'secret', source: 'login', read_only: true }),
  ),
  R22: inContainer(
    'error',
    'volumes[0].default_mode',
    volume({ type: 'hostPath', source: '/var/data', default_mode: 420 }),
    volume({ type: 'configMap', source: 'settings', default_mode: 420 }),
    { edition: 'professional', generation: '2025' },
  ),
  R23: inContainer(
    'error',
    'liveness_probe.exec',
    { liveness_probe: { http_get: httpGet, exec } },
    { liveness_probe: { exec }, readiness_probe: { http_get: httpGet } },
  ),
  R24: inContainer(
    'error',
    'resources.requests.cpu',
    { resources: { limits: { cpu: '0.25' }, requests: { cpu: '0.5' } } },
    { resources: { limits: { cpu: '0.50' }, requests: { cpu: '0.5' } } },
  ),
  R25: inContainer(
    'error',
    'resources.limits.memory',
    { resources: { limits: { memory: '3.99' } } },
    { resources: { limits: { memory: '4' }, requests: { memory: '0.01' } } },
  ),
  R26: inContainer(
    'warning',
    'resources.limits.npu',
    { resources: { limits: { npu: '1.5' } } },
    { resources: { limits: { npu: '2' } } },
  ),
  R27: inContainer(
    'warning',
    'npu_type',
    { npu_type: 'D310' },
    { npu_type: 'D310', resources: { limits: { npu: '1' } } },
  ),
  R32: {
    blames: 'deployment.template.init_containers[0].readiness_probe',
    severity: 'warning',
    context: { edition: 'professional' },
    broken: onNode({
      template: { init_containers: [container('prepare', { readiness_probe: probe })] },
    }),
    corrected: onNode({ template: { init_containers: [container('prepare')] } }),
  },
  R33: inContainer(
    'error',
    'args',
    { args: ['x'.repeat(65_536), 'y'] },
    { args: ['x'.repeat(65_535), 'y'] },
  ),
  R40: inContainer(
    'warning',
    'image_url',
    { image_url: 'https://nginx:alpine' },
    { image_url: 'nginx:alpine' },
  ),
  R41: inContainer(
    'warning',
    'ports[0].host_ip',
    { ports: [{ container_port: 80, host_port: 80, host_ip: '192.168.0.999' }] },
    { ports: [{ container_port: 80, host_port: 80, host_ip: '192.168.0.99' }] },
  ),
  R42: inContainer(
    'warning',
    'liveness_probe.http_get.path',
    { liveness_probe: { http_get: { path: '/he alth', port: 80 } } },
    { liveness_probe: { http_get: { path: '/health', port: 80 } } },
  ),
  R44: inContainer(
    'warning',
    'command[0]',
    { command: ['nginx -g daemon'] },
    { command: ['nginx', '-g', 'daemon'] },
  ),
  R45: inContainer(
    'warning',
    'volumes[0].source',
    volume({ type: 'hostPath', source: '/srv/../etc' }),
    volume({ type: 'hostPath', source: '/etc' }),
  ),
} satisfies Record<string, RuleExample>;
