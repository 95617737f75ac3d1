import type { Text } from '#src/domain/core/text.ts';

/** Why our server got no good response from a target, by `reason` in its error body. */
const reasons: Readonly<Record<string, Text>> = {
  refused: {
    en: 'The target refuses connections: it is down, or the port is wrong.',
    zh: '目标拒绝连接：服务未运行，或端口错误。',
  },
  name_not_found: {
    en: 'The host name of the target does not exist, or this server’s DNS lookup failed.',
    zh: '目标的主机名不存在，或本服务器的域名解析失败。',
  },
  connect_timeout: {
    en: 'The target does not respond: a firewall drops the connection, or the address is wrong.',
    zh: '目标没有任何响应：连接被防火墙丢弃，或地址错误。',
  },
  certificate: {
    en: 'The certificate of the target has expired, is for another host name, or was issued by an authority that this server does not trust.',
    zh: '目标的证书已过期、域名不符，或由本服务器不信任的机构签发。',
  },
  tls: {
    en: 'The target does not support TLS on this port, or only insecure old versions.',
    zh: '目标不支持 TLS，或仅支持不安全的旧版本。',
  },
  address_refused: {
    en: 'The host name resolves to a private address, which the configuration does not allow.',
    zh: '主机名解析到私有网络地址，配置不允许访问。',
  },
  unreachable: {
    en: 'This server has no route to the target’s network.',
    zh: '本服务器无法访问目标所在的网络。',
  },
  proxy_unreachable: {
    en: 'The HTTP proxy of this server is unreachable or does not respond.',
    zh: '本服务器使用的 HTTP 代理无法访问或没有响应。',
  },
  proxy_credentials: {
    en: 'The HTTP proxy of this server rejects the configured user or password.',
    zh: '本服务器使用的 HTTP 代理不接受配置的用户名或密码。',
  },
  proxy_refused: {
    en: 'The HTTP proxy of this server refuses to connect to the target, or cannot reach it.',
    zh: '本服务器使用的 HTTP 代理拒绝连接目标，或无法访问目标。',
  },
  reset: {
    en: 'The target or a device in between closed the connection.',
    zh: '目标或中间设备中断了连接。',
  },
  closed: {
    en: 'The target closed the connection without a response.',
    zh: '目标未返回响应就关闭了连接。',
  },
  cut: { en: 'The response was cut off.', zh: '响应在中途断开。' },
  timeout: {
    en: 'The target received the request but did not respond in time.',
    zh: '目标已接收请求，但未在规定时间内响应。',
  },
  too_large: { en: 'The response is larger than 10 MiB.', zh: '响应超过 10 MiB。' },
  bad_answer: {
    en: 'The response is not valid HTTP.',
    zh: '对方返回的不是有效的 HTTP 响应。',
  },
  not_json: {
    en: 'The target returned a web page or other text instead of JSON: maintenance, a firewall or a sign-in page.',
    zh: '目标返回了网页或其他文本而不是 JSON：可能正在维护，或被防火墙、登录页面拦截。',
  },
  not_a_deployment: {
    en: 'The response is JSON, but not a deployment.',
    zh: '响应是 JSON，但不是应用部署。',
  },
  see_other: {
    en: 'The target redirects to a result elsewhere, which is not followed.',
    zh: '目标重定向到其他地址的结果，不会跟随。',
  },
  odd_status: {
    en: 'The target returned a status that the API does not define.',
    zh: '目标返回了 API 中没有的状态码。',
  },
  keys: {
    en: 'The access key does not exist or is disabled, or its secret is wrong.',
    zh: '访问密钥不存在、已停用，或密钥内容错误。',
  },
  clock: {
    en: 'The clocks of this server and the target are too far apart.',
    zh: '本服务器与目标的时钟相差过大。',
  },
  iam_password: {
    en: 'IAM rejects the configured user or password. The server does not retry automatically, because IAM locks accounts.',
    zh: 'IAM 不接受配置的用户或密码。为避免账号被锁定，不会自动重试。',
  },
  iam_token: {
    en: 'The target does not accept the token that IAM just issued: it is for another project or region.',
    zh: '目标不接受 IAM 刚签发的 Token：项目或区域不一致。',
  },
};

const atIam: Text = {
  en: 'The server could not get a token from IAM.',
  zh: '无法向 IAM 获取 Token。',
};

/** Explains a reason; undefined for an unknown one. Reasons of IAM start with `iam_`. */
export function reasonWords(reason: string): Text | undefined {
  if (Object.hasOwn(reasons, reason)) return reasons[reason];
  if (!reason.startsWith('iam_')) return undefined;
  const inner = reasonWords(reason.slice('iam_'.length));
  if (inner === undefined) return atIam;
  return {
    en: `${atIam.en} ${inner.en.replaceAll('The target', 'IAM').replaceAll('the target', 'IAM')}`,
    zh: `${atIam.zh}${inner.zh.replaceAll('目标', 'IAM ')}`,
  };
}
