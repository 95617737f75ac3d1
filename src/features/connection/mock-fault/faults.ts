import type { Text } from '#src/domain/core/text.ts';

/** A fault the embedded mock can be asked for. */
export interface Fault {
  /** As it goes over the wire. */
  readonly name: string;
  readonly label: Text;
  readonly does: Text;
}

/** Every fault of the mock, in the order it documents them (docs/mock.md). */
export const faults: readonly Fault[] = [
  {
    name: 'refuse',
    label: { en: 'Connection refused', zh: '连接被拒绝' },
    does: { en: 'Nothing is sent and nothing is created.', zh: '未发送，也不会创建。' },
  },
  {
    name: 'reset-before',
    label: { en: 'Reset before sending', zh: '发送前连接被重置' },
    does: {
      en: 'The connection breaks before anything is sent. Nothing is created.',
      zh: '发送任何内容之前连接中断，不会创建。',
    },
  },
  {
    name: 'reset-during',
    label: { en: 'Reset while sending', zh: '发送过程中连接被重置' },
    does: {
      en: 'The connection breaks in the middle of the request. Nothing is created, but nobody can know.',
      zh: '请求发送到一半时连接中断。不会创建，但无法得知结果。',
    },
  },
  {
    name: 'reset-after',
    label: { en: 'Reset after creating', zh: '创建后连接被重置' },
    does: {
      en: 'Created, then the connection breaks before the answer.',
      zh: '已创建，但在响应之前连接中断。',
    },
  },
  {
    name: 'lost-answer',
    label: { en: 'Lost answer', zh: '响应丢失' },
    does: {
      en: 'Created, then the connection is closed without an answer.',
      zh: '已创建，但连接关闭，没有响应。',
    },
  },
  {
    name: 'cut',
    label: { en: 'Cut answer', zh: '响应不完整' },
    does: {
      en: 'Created, and the answer breaks off in the middle.',
      zh: '已创建，但响应在中途中断。',
    },
  },
  {
    name: 'slow',
    label: { en: 'Slow answer', zh: '响应缓慢' },
    does: { en: 'Created; the answer comes some seconds late.', zh: '已创建，响应延迟数秒。' },
  },
  {
    name: 'hang',
    label: { en: 'No answer', zh: '没有响应' },
    does: {
      en: 'Nothing is created and no answer comes, until the server stops waiting.',
      zh: '不会创建，也没有响应，直到服务器停止等待。',
    },
  },
  {
    name: 'html',
    label: { en: 'Maintenance page', zh: '维护页面' },
    does: {
      en: 'A web page comes back with status 200. Nothing is created.',
      zh: '以状态码 200 返回网页，不会创建。',
    },
  },
  {
    name: 'late-create',
    label: { en: 'Created late', zh: '延迟创建' },
    does: {
      en: '504 comes back, and the deployment appears some seconds later.',
      zh: '返回 504，数秒后应用部署才出现。',
    },
  },
  {
    name: 'slow-pull',
    label: { en: 'Image is slow to pull', zh: '镜像拉取缓慢' },
    does: {
      en: 'Created; the pods wait long for their image and look failed for a while.',
      zh: '已创建，应用实例长时间等待镜像，期间显示为失败。',
    },
  },
  {
    name: 'unauthorized',
    label: { en: 'Token refused (401)', zh: 'Token 被拒绝（401）' },
    does: {
      en: 'The gateway refuses the token. Nothing is created.',
      zh: '网关拒绝 Token，不会创建。',
    },
  },
  {
    name: 'forbidden',
    label: { en: 'Not permitted (403)', zh: '没有权限（403）' },
    does: {
      en: 'The user may not create. Nothing is created.',
      zh: '用户没有创建权限，不会创建。',
    },
  },
  {
    name: 'conflict',
    label: { en: 'Conflict (409)', zh: '冲突（409）' },
    does: {
      en: 'Another request is said to change the record. Nothing is created.',
      zh: '提示记录正在被其他请求修改，不会创建。',
    },
  },
  {
    name: 'throttle',
    label: { en: 'Too many requests (429)', zh: '请求过多（429）' },
    does: { en: 'Refused for 5 seconds. Nothing is created.', zh: '拒绝 5 秒，不会创建。' },
  },
  {
    name: 'error-500',
    label: { en: 'Internal error (500)', zh: '内部错误（500）' },
    does: {
      en: 'The database is said to fail. Nothing is created, but nobody can know.',
      zh: '提示数据库错误。不会创建，但无法得知结果。',
    },
  },
  {
    name: 'bad-gateway',
    label: { en: 'Bad gateway (502)', zh: '网关错误（502）' },
    does: {
      en: 'The backend is said to be down. Nothing is created, but nobody can know.',
      zh: '提示后端不可用。不会创建，但无法得知结果。',
    },
  },
  {
    name: 'unavailable',
    label: { en: 'Unavailable (503)', zh: '服务不可用（503）' },
    does: {
      en: 'The service is said to be busy. Nothing is created, but nobody can know.',
      zh: '提示服务繁忙。不会创建，但无法得知结果。',
    },
  },
  {
    name: 'gateway-timeout',
    label: { en: 'Gateway timeout (504)', zh: '网关超时（504）' },
    does: {
      en: 'The gateway stops waiting. Nothing is created, but nobody can know.',
      zh: '网关停止等待。不会创建，但无法得知结果。',
    },
  },
];
