/**
 * The responses in the vendor's API Explorer (snapshot of 2026-07-24), verbatim JSON with its oddities:
 * lower-case options, numbers for strings, null for lists and strings, three time formats, an ID that ends with
 * a space. Omits parts that no code reads (node histories, token roles). For tests.
 */

const configs = {
  host_network: true,
  host_pid: true,
  migration: true,
  restart_policy: 'Always',
  toleration_seconds: 300,
};

const probe = {
  http_get: { path: '/', port: 80, scheme: 'http' },
  initial_delay_seconds: 10,
  timeout_seconds: 10,
};

const volume = {
  destination: '/var/IEF',
  name: 'log-volume',
  read_only: false,
  source: '/var/IEF',
  type: 'hostPath',
};

const container = {
  args: ['-c', 'sleep 1000'],
  command: ['/bin/bash'],
  envs: [{ name: 'CERT_PATH', value: '/opt/cert' }],
  image_url: 'nginx:latest',
  liveness_probe: probe,
  name: 'container-0',
  npu_type: '',
  ports: [{ container_port: 80, host_port: 80 }],
  readiness_probe: probe,
  volumes: [volume],
};

/** ListDeployments: the scheme in lower case, `userdefine`, a hyphen in the volume name. */
export const vendorDeployments = {
  count: 1,
  deployments: [
    {
      api_version: 'v3',
      created_at: '2019-10-10T02:20:40.630Z',
      description: 'this is a test app',
      group_id: '',
      id: '3e64d98a-37c5-43a6-9bfe-052b9083e362',
      name: 'app-test',
      node_ids: ['29d20c18-c20c-4a45-a087-42c766fc5d97'],
      project_id: 'bcd83056c918480f8f190844bd425b23',
      ready_replicas: 1,
      replicas: 1,
      source: 'userdefine',
      tags: [{ key: 'app', value: 'test' }],
      template: {
        configs,
        containers: [
          {
            ...container,
            privileged: true,
            resources: {
              limits: { cpu: '0.25', gpu: '500', memory: '500' },
              requests: { cpu: '0.25', gpu: '500', memory: '500' },
            },
            version: '1.0',
          },
        ],
        init_containers: [],
      },
      updated_at: '2019-10-10T02:20:40.630Z',
    },
  ],
};

/** ListPods: amounts are numbers, `deployment_id` is missing. */
export const vendorPods = {
  count: 1,
  pods: [
    {
      configs,
      containers: [
        {
          ...container,
          message: '',
          reason: '',
          resources: {
            limits: { cpu: 0.25, gpu: 500, memory: 500 },
            requests: { cpu: 0.25, gpu: 500, memory: 500 },
          },
          restarts: 0,
        },
      ],
      created_at: '2019-10-10T02:24:02.325Z',
      id: '3e64d98a-37c5-43a6-9bfe-052b9083e362',
      message: '',
      name: 'app-test-69f9dc4b67-wfwn6',
      node_id: 'bcd83056c918480f8f190844bd425b23',
      project_id: 'bcd83056c918480f8f190844bd425b23',
      reason: '',
      state: 'RUNNING',
    },
  ],
};

/** ListEdgeNodes: times with an offset, an empty project ID, null for many strings. */
export const vendorNodes = {
  count: 1,
  nodes: [
    {
      arch: 'x86_64',
      attributes: [],
      ca: null,
      certificate: null,
      comment: null,
      container_runtime_version: 'docker://19.03.0',
      cpu: 1,
      created_at: '2019-05-16T06:19:10.303502+08:00',
      deployment_num: 0,
      description: '',
      device_infos: [],
      device_num: 0,
      docker_enable: true,
      edged_version: '2.6.0',
      enable_gpu: false,
      enable_npu: false,
      error_reason: null,
      gpu_info: [],
      gpu_num: 0,
      host_ips: ['10.0.0.41'],
      host_name: 'iefnode',
      id: '699de693-8493-4912-89dc-882134c5bf13',
      memory: 990,
      name: 'ief-node',
      nics: [{ interface: 'eth0', ip: '10.0.0.41' }],
      node_type: null,
      npu_type: '',
      os_name: 'CentOS Linux 7 (Core)',
      package: null,
      private_key: null,
      project_id: '',
      relation: null,
      state: 'RUNNING',
      updated_at: '2019-07-24T03:52:53.545185+08:00',
    },
  ],
};

/** ListEdgeGroups: contains complete nodes, whose lists are null. */
export const vendorGroups = {
  count: 1,
  edge_groups: [
    {
      attributes: [],
      cpu: 5,
      created_at: '2022-06-07 08:21:05.794205 +0000 UTC',
      deployments: [],
      description: '',
      failed_node_add: null,
      failed_node_del: null,
      gpu_num: 0,
      iam_role: '',
      id: 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd',
      memory: 8595,
      name: 'test1',
      nodes: [
        {
          arch: 'x86_64',
          attributes: null,
          cpu: 1,
          created_at: '2022-08-05 02:14:52.351802 +0000 UTC',
          deployment_num: 1,
          description: '',
          device_infos: null,
          docker_enable: null,
          enable_gpu: false,
          enable_npu: false,
          gpu_info: [],
          gpu_num: 0,
          host_ips: ['192.168.0.x'],
          host_name: 'test1',
          id: '024e05a8-89bf-46d8-b298-700a2af69605',
          memory: 990,
          name: 'test1',
          nics: null,
          npu_info: [],
          npu_type: '',
          os_name: 'CentOS Linux 7 (Core)',
          project_id: 'xxx',
          state: 'RUNNING',
          tags: null,
          updated_at: '2022-10-31 19:19:37.104359 +0000 UTC',
        },
      ],
      project_id: 'xxx',
      success_node_add: null,
      success_node_del: null,
      updated_at: '2022-06-07 08:21:05.794217 +0000 UTC',
    },
  ],
};

const configmap = {
  configs: { key1: 'val1', key3: 'val3' },
  created_at: '2018-07-16T13:41:25.347335',
  description: 'this is a test cm2',
  id: '12ns9eb6cc0d49a0941df2f31283mds8 ',
  name: 'test-cm',
  project_id: 'd16e6eb6cc0d49a0941df2f31285757a',
  updated_at: '2018-07-19T13:41:25.347335',
};

/** ListConfigMaps: times without a zone. */
export const vendorConfigmaps = { configmaps: [configmap], count: 1 };

/** CreateConfigMap, the only response with a single configmap. */
export const vendorConfigmap = { configmap };

/** ListSecrets. */
export const vendorSecrets = {
  count: 1,
  secrets: [
    {
      created_at: '2018-07-16T13:41:25.347335',
      description: 'this is a test secret',
      id: '12ns9eb6cc0d49a0941df2f31283mds8 ',
      name: 'test-secret',
      project_id: 'd16e6eb6cc0d49a0941df2f31285757a',
      secrets: { key1: 'val1', key3: 'val3' },
      type: 'Opaque',
      updated_at: '2018-07-19T13:41:25.347335',
    },
  ],
};

/** ShowQuota. */
export const vendorQuotas = {
  quotas: {
    resources: [
      { max: 1_000_000, min: -1, project_id: 'xxx', quota: 50, type: 'edge_node', used: 7 },
    ],
  },
};

/** The 500 response of newer API pages, typo included. */
export const vendorFailure = {
  error_code: 'IEF.100158',
  error_msg: 'Fail to extract gpu infomation',
};

/** The gateway in front of IEF, without a request ID. */
export const vendorGatewayError = {
  error_msg: 'Incorrect IAM authentication information: verify aksk signature fail',
  error_code: 'APIG.0301',
};

/** IAM, KeystoneCreateUserTokenByPassword. */
export const vendorToken = {
  token: {
    catalog: [],
    expires_at: '2020-01-04T09:05:22.701000Z',
    issued_at: '2020-01-03T09:05:22.701000Z',
    methods: ['password'],
    project: {
      domain: { id: 'd78cbac186b744899480f25bd022f468', name: 'IAMDomain' },
      id: 'aa2d97d7e62c4b7da3ffdfc11551f878',
      name: 'cn-north-1',
    },
    user: {
      domain: { id: 'd78cbac186b744899480f25bd022f468', name: 'IAMDomain' },
      id: '7116d09f88fa41908676fdd4b039e95b',
      name: 'IAMUser',
      password_expires_at: '',
    },
  },
};

/** IAM, KeystoneListProjects. */
export const vendorProjects = {
  links: { next: null, previous: null },
  projects: [
    {
      description: '',
      domain_id: 'd78cbac186b744899480f25bd022f468',
      enabled: true,
      id: '06f1c15e6f0010672f86c003006c5f17',
      is_domain: false,
      name: 'ap-southeast-2',
      parent_id: 'd78cbac186b744899480f25bd022f468',
    },
  ],
};

/** An error of IAM. */
export const vendorIamError = {
  error: { code: 400, message: 'The request body is invalid', title: 'Bad Request' },
};
