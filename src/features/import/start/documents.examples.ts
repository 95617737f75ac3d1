import type { Edition } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';

/** A document to start from. It uses the sample nodes, configmaps and secrets of the mock. */
export interface Example {
  readonly id: string;
  readonly title: Text;
  /** One line. */
  readonly summary: Text;
  /** The features that it shows. */
  readonly facts: readonly Text[];
  /** The edition that it needs. */
  readonly edition: Edition;
  readonly body: Json;
}

const plain = (text: string): Text => ({ en: text, zh: text });
const oneContainer: Text = { en: '1 container', zh: '1 个容器' };
const secretFact: Text = { en: 'Secret', zh: '密钥' };
const probeFact: Text = { en: 'Probes', zh: '探针' };
const hostPathFact: Text = { en: 'Host path', zh: '主机路径' };

/** Requests equal to limits. */
const amounts = (more: Record<string, string>) => ({ limits: more, requests: more });

const mqttBroker: Example = {
  id: 'mqtt-broker',
  title: { en: 'MQTT broker', zh: 'MQTT 代理' },
  summary: {
    en: 'Mosquitto on port 1883, with its data on the node.',
    zh: '使用 1883 端口的 Mosquitto，数据保存在节点上。',
  },
  facts: [oneContainer, { en: '1 port', zh: '1 个端口' }, hostPathFact],
  edition: 'professional',
  body: {
    name: 'mqtt-broker',
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    tags: [{ key: 'app', value: 'mqtt' }],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: false, restart_policy: 'Always' },
        containers: [
          {
            name: 'mosquitto',
            image_url: 'eclipse-mosquitto:2.0.20',
            ports: [{ container_port: 1883, host_port: 1883 }],
            volumes: [
              {
                name: 'data',
                type: 'hostPath',
                source: '/var/lib/mosquitto',
                destination: '/mosquitto/data',
                read_only: false,
              },
            ],
            resources: amounts({ cpu: '0.25', memory: '128' }),
          },
        ],
      },
    },
  },
};

const modbusCollector: Example = {
  id: 'modbus-collector',
  title: { en: 'Modbus collector', zh: 'Modbus 采集' },
  summary: {
    en: 'Reads a serial device and publishes to MQTT, with a configmap and a secret.',
    zh: '读取串口设备并上报到 MQTT，使用配置项和密钥。',
  },
  facts: [oneContainer, { en: 'Configmap', zh: '配置项' }, secretFact],
  edition: 'professional',
  body: {
    name: 'modbus-collector',
    node_ids: ['2f6c1b0e-5a37-4e0e-9a4f-6f1f0d3b7c21'],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: false, restart_policy: 'Always' },
        containers: [
          {
            name: 'collector',
            image_url: 'swr.cn-north-4.myhuaweicloud.com/plant1/modbus-collector:1.4.2',
            envs: [
              { name: 'MODBUS_PORT', value: '/dev/ttyUSB0' },
              {
                name: 'UPLOAD_INTERVAL',
                value_from: { configmap: { name: 'line-settings', key: 'UPLOAD_INTERVAL' } },
              },
              {
                name: 'MQTT_USER',
                value_from: { secret: { name: 'mqtt-credentials', key: 'username' } },
              },
              {
                name: 'MQTT_PASSWORD',
                value_from: { secret: { name: 'mqtt-credentials', key: 'password' } },
              },
            ],
            volumes: [
              {
                name: 'serial',
                type: 'hostPath',
                source: '/dev/ttyUSB0',
                destination: '/dev/ttyUSB0',
                read_only: false,
              },
              {
                name: 'settings',
                type: 'configMap',
                source: 'line-settings',
                destination: '/etc/collector',
                read_only: true,
              },
            ],
            privileged: true,
            resources: amounts({ cpu: '0.5', memory: '256' }),
          },
        ],
      },
    },
  },
};

const reverseProxy: Example = {
  id: 'reverse-proxy',
  title: { en: 'Reverse proxy', zh: '反向代理' },
  summary: {
    en: 'nginx with liveness and readiness probes, configured by a configmap.',
    zh: '带存活探针和就绪探针的 nginx，使用配置项配置。',
  },
  facts: [oneContainer, probeFact, { en: 'Configmap', zh: '配置项' }],
  edition: 'professional',
  body: {
    name: 'reverse-proxy',
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: false, restart_policy: 'Always' },
        containers: [
          {
            name: 'nginx',
            image_url: 'nginx:1.27-alpine',
            ports: [{ container_port: 80, host_port: 8088 }],
            volumes: [
              {
                name: 'conf',
                type: 'configMap',
                source: 'nginx-conf',
                destination: '/etc/nginx',
                read_only: true,
              },
            ],
            liveness_probe: {
              http_get: { path: '/healthz', port: 80, scheme: 'HTTP' },
              initial_delay_seconds: 10,
              timeout_seconds: 2,
            },
            readiness_probe: {
              http_get: { path: '/ready', port: 80, scheme: 'HTTP' },
              initial_delay_seconds: 5,
              timeout_seconds: 2,
            },
            resources: amounts({ cpu: '0.25', memory: '128' }),
          },
        ],
      },
    },
  },
};

/** Camera inference on one kind of accelerator. */
function cameraBody(
  name: string,
  nodeId: string,
  image: string,
  accelerator: { readonly amount: Record<string, string>; readonly type?: string },
): Json {
  return {
    name,
    node_ids: [nodeId],
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: true, restart_policy: 'Always' },
        containers: [
          {
            name: 'inference',
            image_url: image,
            ...(accelerator.type && { npu_type: accelerator.type }),
            envs: [
              { name: 'STREAM', value: 'rtsp://192.168.10.20:554/main' },
              {
                name: 'CAMERA_TOKEN',
                value_from: { secret: { name: 'camera-api', key: 'token' } },
              },
            ],
            volumes: [
              {
                name: 'models',
                type: 'hostPath',
                source: '/opt/models',
                destination: '/models',
                read_only: true,
              },
            ],
            liveness_probe: {
              http_get: { path: '/healthz', port: 9000, scheme: 'HTTP' },
              initial_delay_seconds: 60,
              timeout_seconds: 5,
            },
            resources: amounts({ cpu: '2', memory: '4096', ...accelerator.amount }),
          },
        ],
      },
    },
  };
}

const gpuCamera: Example = {
  id: 'gpu-camera',
  title: { en: 'Camera inference (GPU)', zh: '摄像头推理（GPU）' },
  summary: {
    en: 'Detects objects in a camera stream with 4 GB of GPU memory.',
    zh: '使用 4 GB GPU 显存识别摄像头画面。',
  },
  facts: [oneContainer, plain('GPU'), hostPathFact],
  edition: 'professional',
  body: cameraBody(
    'camera-gpu',
    'd41e8b77-3f6d-4b3a-9f0e-2c9a5d7e1b34',
    'swr.cn-north-4.myhuaweicloud.com/vision/detector:2.3.0-cuda12',
    { amount: { gpu: '4096' } },
  ),
};

const npuCamera: Example = {
  id: 'npu-camera',
  title: { en: 'Camera inference (NPU)', zh: '摄像头推理（NPU）' },
  summary: {
    en: 'The same on an Atlas node with one Ascend 310.',
    zh: '同一应用，运行在带一个昇腾 310 的 Atlas 节点上。',
  },
  facts: [oneContainer, plain('NPU'), probeFact],
  edition: 'professional',
  body: cameraBody(
    'camera-npu',
    'a85f0c6d-94e2-4f7b-b6c8-51d20e4f9b03',
    'swr.cn-north-4.myhuaweicloud.com/vision/detector:2.3.0-ascend310',
    { amount: { npu: '1' }, type: 'D310' },
  ),
};

const nodeGroup: Example = {
  id: 'node-group',
  title: { en: 'Node group', zh: '节点组' },
  summary: {
    en: 'Three replicas in a node group, only on nodes with a given label.',
    zh: '在节点组中运行三个实例，仅部署到带指定标签的节点。',
  },
  facts: [
    { en: '3 replicas', zh: '3 个实例' },
    { en: 'Affinity', zh: '亲和性' },
    { en: 'Platinum', zh: '铂金版' },
  ],
  edition: 'platinum',
  body: {
    name: 'edge-gateway',
    group_id: 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd',
    deployment: {
      replicas: 3,
      template: {
        configs: {
          host_network: false,
          restart_policy: 'Always',
          toleration_seconds: 300,
          migration: true,
        },
        affinity: {
          node_affinity: [{ key: 'role', operator: 'In', values: ['gateway'] }],
        },
        containers: [
          {
            name: 'gateway',
            image_url: 'swr.cn-north-4.myhuaweicloud.com/plant1/edge-gateway:3.1.0',
            ports: [
              { container_port: 8443, host_port_range: { min_port: 30000, max_port: 30999 } },
            ],
            resources: amounts({ cpu: '0.5', memory: '512' }),
          },
        ],
      },
    },
  },
};

/** The examples of the first screen. */
export const examples: readonly Example[] = [
  mqttBroker,
  modbusCollector,
  reverseProxy,
  gpuCamera,
  npuCamera,
  nodeGroup,
];
