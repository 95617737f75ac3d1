import { choiceField, integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import { absolutePath } from './patterns.ts';

const seconds = { en: 's', zh: '秒' };

const httpGetGroup = groupField({
  name: 'HttpGet',
  table: 10,
  label: { en: 'HTTP request', zh: 'HTTP 请求检查' },
  fields: {
    path: textField({
      table: 10,
      required: true,
      label: { en: 'Path', zh: '请求路径' },
      pattern: absolutePath,
      placeholder: '/healthz',
    }),
    port: integerField({
      table: 10,
      required: true,
      label: { en: 'Port', zh: '端口' },
      min: 1,
      max: 65_535,
    }),
    host: textField({
      table: 10,
      label: { en: 'Host', zh: '主机地址' },
      help: { en: 'The IP address of the container if not set.', zh: '默认为容器 IP。' },
    }),
    scheme: choiceField({
      table: 10,
      label: { en: 'Scheme', zh: '协议类型' },
      assumed: 'HTTP',
      options: [
        { value: 'HTTP', label: { en: 'HTTP', zh: 'HTTP' } },
        { value: 'HTTPS', label: { en: 'HTTPS', zh: 'HTTPS' } },
      ],
    }),
  },
});

const execGroup = groupField({
  name: 'Exec',
  table: 9,
  label: { en: 'Command', zh: '执行命令检查' },
  fields: {
    command: textField({
      table: 9,
      required: true,
      label: { en: 'Probe command', zh: '探针执行命令' },
      multiline: true,
      help: { en: 'Exit code 0 means healthy.', zh: '退出码为 0 表示健康。' },
      maxLength: 10_240,
      placeholder: 'cat /tmp/healthy',
    }),
  },
});

/** A readiness or liveness probe (table 8). */
export function probeGroup(words: { label: Text; help: Text }) {
  return groupField({
    ...words,
    name: 'Probe',
    table: 8,
    oneOf: ['http_get', 'exec'],
    fields: {
      http_get: httpGetGroup,
      exec: execGroup,
      initial_delay_seconds: integerField({
        table: 8,
        label: { en: 'Initial delay', zh: '延迟时间' },
        help: {
          en: 'Time from the start of the container to the first check.',
          zh: '容器启动后多久开始探测。',
        },
        unit: seconds,
        min: 1,
        max: 3600,
        assumed: '10',
      }),
      timeout_seconds: integerField({
        table: 8,
        label: { en: 'Timeout', zh: '超时时间' },
        help: { en: 'Time after which a check counts as failed.', zh: '检查超过该时间视为失败。' },
        unit: seconds,
        min: 1,
        max: 3600,
        assumed: '1',
      }),
    },
  });
}
