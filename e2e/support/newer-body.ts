const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const should = 'preferredDuringSchedulingIgnoredDuringExecution';

const makeAffinity = () => ({
  nodeAffinity: {
    [must]: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64', 'amd64'] },
            { key: 'cores', operator: 'Gt', values: ['4'] },
          ],
        },
        { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] },
      ],
    },
    [should]: [
      {
        weight: 50,
        preference: {
          matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['z3'] }],
        },
      },
    ],
  },
  podAffinity: {
    [must]: [
      {
        labelSelector: {
          matchExpressions: [{ key: 'release', operator: 'DoesNotExist' }],
          matchLabels: { app: 'cache', 'app.kubernetes.io/part-of': '' },
        },
        namespaces: ['default', 'edge'],
        topologyKey: 'kubernetes.io/hostname',
      },
    ],
    [should]: [
      {
        weight: 1,
        podAffinityTerm: {
          labelSelector: { matchLabels: { tier: 'near' } },
          topologyKey: 'zone',
        },
      },
    ],
  },
  podAntiAffinity: {
    [must]: [
      {
        labelSelector: { matchLabels: { app: 'noisy' } },
        topologyKey: 'kubernetes.io/hostname',
      },
    ],
    [should]: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: {
            matchExpressions: [{ key: 'app', operator: 'In', values: ['batch'] }],
          },
          namespaces: ['default'],
          topologyKey: 'zone',
        },
      },
    ],
  },
});

/**
 * A body that uses every field newer than the API page, with its keys in the order of the form. Written by hand
 * from the API Explorer, so that it is independent of our code.
 */
export function newerBody(groupId: string) {
  return {
    name: 'edge-vision',
    source: 'iem',
    group_id: groupId,
    deployment: {
      replicas: 2,
      annotations: { ring_controller: 'ascend-1980', autonomy_edge_selector: groupId },
      template: {
        configs: {
          host_network: false,
          restart_policy: 'Always',
          migration: true,
          dns_policy: 'ClusterFirst',
        },
        affinity: makeAffinity(),
        containers: [
          {
            name: 'container-0',
            image_url: 'nginx:alpine',
            npu_type: 'D310B',
            run_as_user: 1000,
            volumes: [
              {
                name: 'conf',
                type: 'configMap',
                source: 'nginx-conf',
                destination: '/etc/app',
                default_mode: 292,
              },
            ],
            resources: {
              limits: { cpu: '2', D310: '1', D310B: '2' },
              requests: { D310: '1', D310B: '2' },
            },
          },
        ],
      },
    },
  };
}
