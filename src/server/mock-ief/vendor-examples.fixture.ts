/** Request and answer of the API page (2024-04-22); the answer without id and times, which are new each time. */
export const vendorExample = {
  request: {
    name: 'app',
    description: 'this is a test app',
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    tags: [{ key: 'app', value: 'test' }],
    deployment: {
      replicas: 1,
      template: {
        configs: {
          host_network: true,
          host_pid: true,
          restart_policy: 'Always',
          toleration_seconds: 300,
        },
        containers: [
          {
            name: 'container-0',
            image_url: 'nginx:alpine',
            resources: {
              limits: { cpu: '0.25', memory: '500' },
              requests: { cpu: '0.25', memory: '500' },
            },
          },
        ],
      },
    },
  },
  answer: {
    replicas: 1,
    ready_replicas: 0,
    description: 'this is a test app',
    group_id: '',
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    name: 'app',
    source: '',
    template: {
      configs: {
        host_network: true,
        host_pid: true,
        restart_policy: 'Always',
        migration: false,
        toleration_seconds: 300,
      },
      init_containers: [],
      containers: [
        {
          name: 'container-0',
          image_url: 'nginx:alpine',
          npu_type: '',
          resources: {
            limits: { cpu: '0.25', memory: '500' },
            requests: { cpu: '0.25', memory: '500' },
          },
          privileged: false,
          version: '',
        },
      ],
    },
    state: '',
    project_id: '05e1aef9040010e22fccc009adecb056',
    api_version: 'v3',
    source_id: '',
  },
};
