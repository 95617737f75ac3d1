import type { Text } from '#src/domain/core/text.ts';
import type { Finding } from './stages.ts';

const reload: Text = { en: 'Reload the page.', zh: '请重新加载页面。' };

/** What can be wrong between this page and its own server. */
export const serverFindings = {
  server_silent: {
    stage: 'server',
    means: {
      en: 'The server of this page does not answer.',
      zh: '本页面的服务器没有响应。',
    },
    todo: {
      en: 'See that this computer is online and that the server runs, then test again.',
      zh: '请确认本机网络正常且服务器正在运行，然后重新测试。',
    },
  },
  server_slow: {
    stage: 'server',
    means: {
      en: 'The server of this page took the request but did not answer in time.',
      zh: '本页面的服务器已接收请求，但未在规定时间内响应。',
    },
    todo: {
      en: 'Test again. If it stays so, tell the operator.',
      zh: '请重新测试。如仍然如此，请联系运维人员。',
    },
  },
  server_front: {
    stage: 'server',
    means: {
      en: 'Something in front of the server of this page answered instead of it.',
      zh: '响应来自本页面服务器前面的其他设备，而非服务器本身。',
    },
    todo: {
      en: 'Reload the page: a proxy may ask you to sign in. If it stays so, tell the operator.',
      zh: '请重新加载页面：代理可能要求登录。如仍然如此，请联系运维人员。',
    },
  },
  host_refused: {
    stage: 'server',
    means: {
      en: 'The server does not serve the address this page was opened at.',
      zh: '服务器不接受打开本页面所用的地址。',
    },
    todo: {
      en: 'Open the page at the address the operator gave you. Operators: set PUBLIC_ORIGIN to it.',
      zh: '请使用运维人员提供的地址打开页面。运维人员：请将 PUBLIC_ORIGIN 设置为该地址。',
    },
  },
  origin_refused: {
    stage: 'server',
    means: {
      en: 'The server takes the request for one of another site and refuses it.',
      zh: '服务器认为请求来自其他站点，已拒绝。',
    },
    todo: {
      en: 'Open the page at its own address. Operators: PUBLIC_ORIGIN must be the address people see.',
      zh: '请使用页面本身的地址打开。运维人员：PUBLIC_ORIGIN 必须与用户看到的地址一致。',
    },
  },
  peer_refused: {
    stage: 'server',
    means: {
      en: 'The server takes requests from its trusted proxies only, and this one came another way.',
      zh: '服务器只接受来自受信任代理的请求，此请求不是。',
    },
    todo: {
      en: 'Open the page through its public address. Operators: look at TRUSTED_PROXIES.',
      zh: '请通过公开地址打开页面。运维人员：请检查 TRUSTED_PROXIES。',
    },
  },
  access_needed: {
    stage: 'server',
    means: {
      en: 'The server signs in to this target itself and does not know this browser yet.',
      zh: '服务器自行登录该目标，但尚未授权此浏览器。',
    },
    todo: { en: 'Enter the access secret.', zh: '请输入访问口令。' },
  },
  rate_limited: {
    stage: 'server',
    means: {
      en: 'The server of this page sends no more requests to live targets for now.',
      zh: '本页面的服务器暂时不再向真实目标发送请求。',
    },
    todo: { en: 'Wait a little, then test again.', zh: '请稍候再测试。' },
  },
  server_busy: {
    stage: 'server',
    means: {
      en: 'The server of this page is at its limits and did not send the request on.',
      zh: '本页面的服务器负载已满，未转发请求。',
    },
    todo: { en: 'Wait a little, then test again.', zh: '请稍候再测试。' },
  },
  server_broken: {
    stage: 'server',
    means: { en: 'The server of this page failed.', zh: '本页面的服务器出错。' },
    todo: {
      en: 'Give the operator the request ID: the log of the server holds the cause.',
      zh: '请将请求 ID 提供给运维人员，原因记录在服务器日志中。',
    },
  },
  target_gone: {
    stage: 'server',
    means: { en: 'The server no longer has this target.', zh: '服务器中已没有该目标。' },
    todo: { en: 'Reload the page and choose another one.', zh: '请重新加载页面并选择其他目标。' },
  },
  server_mismatch: {
    stage: 'server',
    means: {
      en: 'The server of this page does not take the request: page and server are of different versions.',
      zh: '本页面的服务器不接受该请求：页面与服务器版本不一致。',
    },
    todo: reload,
  },
} as const satisfies Record<string, Finding>;
