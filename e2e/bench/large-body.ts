/** A valid platinum body with a given number of containers and variables, plus one of everything else. */
export function makeLargeBody(containerCount: number, envCount: number): Record<string, unknown> {
  return {
    name: 'large-body',
    description: 'a body to measure with',
    group_id: 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd',
    tags: [{ key: 'app', value: 'large' }],
    deployment: {
      replicas: 3,
      template: {
        configs: { host_network: false, restart_policy: 'Always', migration: true },
        containers: Array.from({ length: containerCount }, (_, at) => makeContainer(at, envCount)),
      },
    },
  };
}

function makeContainer(at: number, envCount: number) {
  return {
    name: `container-${at}`,
    image_url: `example.com/team/service-${at}:1.${at}.0`,
    version: '1.0',
    command: ['/bin/sh', '-c'],
    args: [`exec /opt/service --number ${at}`],
    privileged: false,
    envs: Array.from({ length: envCount }, (_, env) => makeEnv(env)),
    ports: [{ container_port: 8080, host_port: 20_000 + at }],
    volumes: [
      { name: 'logs', type: 'hostPath', source: '/var/log/service', destination: '/var/log' },
      { name: 'conf', type: 'configMap', source: 'service', destination: '/etc/service' },
    ],
    readiness_probe: { http_get: { path: '/ready', port: 8080 }, initial_delay_seconds: 5 },
    resources: {
      limits: { cpu: '1', memory: '512' },
      requests: { cpu: '0.25', memory: '256' },
    },
  };
}

function makeEnv(env: number) {
  const name = `SERVICE_VARIABLE_${env}`;
  if (env % 10 === 8)
    return { name, value_from: { configmap: { name: 'service', key: `key-${env}` } } };
  if (env % 10 === 9) return { name, field_path: 'status.hostIP' };
  return { name, value: `https://service-${env}.example.com/path?number=${env}` };
}
