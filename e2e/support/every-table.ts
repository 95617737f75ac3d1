const makeContainer = () => ({
  name: 'vision',
  image_url: 'swr.cn-north-4.myhuaweicloud.com/vision/infer:2.1',
  version: '2.1',
  command: ['/bin/sh'],
  args: ['-c', 'exec infer --model "a b"', ''],
  privileged: true,
  npu_type: 'D310',
  envs: [
    { name: 'LOG_LEVEL', value: 'debug=1 #x' },
    {
      name: 'CONFIG',
      value_from: { configmap: { name: 'app-config', key: 'app.yaml' } },
    },
    { name: 'PASSWORD', value_from: { secret: { name: 'db-secret', key: 'password' } } },
    { name: 'NODE_IP', field_path: 'status.hostIP' },
  ],
  ports: [
    { container_port: 8080, host_port: 18080, host_ip: '192.168.0.1' },
    { container_port: 9090, host_port_range: { min_port: 30000, max_port: 30010 } },
  ],
  volumes: [
    {
      name: 'logs',
      type: 'hostPath',
      source: '/var/log/vision',
      destination: '/logs',
      read_only: false,
    },
    {
      name: 'conf',
      type: 'configMap',
      source: 'app-config',
      destination: '/etc/app',
      read_only: true,
    },
    { name: 'cred', type: 'secret', source: 'db-secret', destination: '/etc/cred' },
    { name: 'cache', type: 'emptyDir', source: 'memory', destination: '/cache' },
  ],
  readiness_probe: {
    http_get: { path: '/healthz', port: 8080, host: '127.0.0.1', scheme: 'HTTPS' },
    initial_delay_seconds: 20,
    timeout_seconds: 3,
  },
  liveness_probe: { exec: { command: 'cat /tmp/alive' }, initial_delay_seconds: 30 },
  resources: {
    limits: { cpu: '2', memory: '2048', gpu: '1024', npu: '1' },
    requests: { cpu: '0.50', memory: '512' },
  },
});

/**
 * A body that uses every table of the request: platinum, node group, init container, all four kinds of env,
 * a port range, all four kinds of volume, both kinds of probe, gpu and npu, both affinities.
 * Written by hand from the API page, so that it is independent of our code.
 */
export function everyTable(groupId: string) {
  return {
    name: 'edge-vision',
    description: '视觉检测,三班倒',
    source: 'userdefined',
    tags: [
      { key: 'site', value: 'sz-1' },
      { key: 'owner', value: 'team.a' },
    ],
    group_id: groupId,
    deployment: {
      replicas: 2,
      template: {
        configs: {
          host_network: false,
          restart_policy: 'OnFailure',
          host_pid: true,
          migration: true,
          toleration_seconds: 60,
        },
        affinity: {
          node_affinity: [{ key: 'zone', operator: 'In', values: ['z1'] }],
          pod_affinity: [{ key: 'app', operator: 'DoesNotExist' }],
        },
        init_containers: [{ name: 'prepare', image_url: 'busybox:1.36', command: ['/bin/true'] }],
        containers: [makeContainer()],
      },
    },
  };
}
