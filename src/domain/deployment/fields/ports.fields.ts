import { integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';

const port = { min: 1, max: 65_535 };

/** One port mapping (tables 11 and 12). */
export const portGroup = groupField({
  name: 'HostContainerPortMapping',
  table: 11,
  remembered: true,
  label: { en: 'Port mapping', zh: '端口映射' },
  oneOf: ['host_port', 'host_port_range'],
  fields: {
    container_port: integerField({
      table: 11,
      required: true,
      label: { en: 'Container port', zh: '容器端口' },
      ...port,
    }),
    host_port: integerField({
      table: 11,
      label: { en: 'Host port', zh: '主机端口' },
      ...port,
    }),
    host_port_range: groupField({
      name: 'HostPortRange',
      table: 12,
      edition: 'platinum',
      label: { en: 'Host port range', zh: '主机端口范围' },
      help: {
        en: 'The service assigns each instance a free port in the range.',
        zh: '在范围内为应用实例自动分配主机端口。',
      },
      fields: {
        min_port: integerField({
          table: 12,
          required: true,
          label: { en: 'Lowest host port', zh: '主机端口下限' },
          ...port,
        }),
        max_port: integerField({
          table: 12,
          required: true,
          label: { en: 'Highest host port', zh: '主机端口上限' },
          ...port,
        }),
      },
    }),
    host_ip: textField({
      table: 11,
      label: { en: 'Host IP', zh: '主机网卡地址' },
      help: {
        en: 'Address of a network interface of the node. If not set, the port listens on all interfaces.',
        zh: '节点某个网卡的地址，不填写时监听所有网卡。',
      },
      placeholder: '192.168.0.1',
    }),
  },
});
