import type { Text } from '#src/domain/core/text.ts';
import type { Finding } from './stages.ts';

const checkEndpoint: Text = {
  en: 'Operators: check the endpoint of the target and that this server may reach it (firewall, route, DNS).',
  zh: '运维人员：请检查目标的终端节点，以及本服务器是否可以访问它（防火墙、路由、DNS）。',
};
const checkProxy: Text = {
  en: 'Operators: check HTTPS_PROXY and the rules of the proxy. If the target needs no proxy, add its host to NO_PROXY.',
  zh: '运维人员：请检查 HTTPS_PROXY 和代理的访问规则。如果目标无需代理，请将其主机加入 NO_PROXY。',
};
const later: Text = { en: 'Test again in a few minutes.', zh: '请几分钟后重新测试。' };

/** What can be wrong between our server and the service: network, TLS, and what answers there. */
export const serviceFindings = {
  refused: {
    stage: 'host',
    means: {
      en: 'The host is there but refuses the connection: nothing listens on this port, or a firewall turns it away.',
      zh: '主机存在但拒绝连接：该端口没有服务监听，或被防火墙拒绝。',
    },
    todo: checkEndpoint,
  },
  name_not_found: {
    stage: 'host',
    means: {
      en: 'The name of the host could not be resolved: it is misspelt, or DNS does not work here.',
      zh: '无法解析主机名：拼写有误，或此处 DNS 不可用。',
    },
    todo: checkEndpoint,
  },
  connect_timeout: {
    stage: 'host',
    means: {
      en: 'No connection came about in time: the host is wrong, or the network in between lets nothing through.',
      zh: '连接超时：主机有误，或中间网络不通。',
    },
    todo: checkEndpoint,
  },
  unreachable: {
    stage: 'host',
    means: { en: 'There is no way to the host.', zh: '无法到达该主机。' },
    todo: checkEndpoint,
  },
  address_refused: {
    stage: 'host',
    means: {
      en: 'The name of the host leads to an address this server must not connect to, such as a private one.',
      zh: '主机名解析到本服务器不允许连接的地址，例如私网地址。',
    },
    todo: {
      en: 'If a private address is meant, operators set "allowPrivate": true for this target.',
      zh: '如果确实要使用私网地址，运维人员需为该目标设置 "allowPrivate": true。',
    },
  },
  proxy_unreachable: {
    stage: 'host',
    means: {
      en: 'The server of this page uses an HTTP proxy to reach the target, and the proxy does not answer.',
      zh: '本页面的服务器通过 HTTP 代理访问目标，但代理没有响应。',
    },
    todo: checkProxy,
  },
  proxy_credentials: {
    stage: 'host',
    means: {
      en: 'The HTTP proxy of this server does not accept its user or password.',
      zh: '本服务器使用的 HTTP 代理不接受其用户名或密码。',
    },
    todo: {
      en: 'Operators: correct the user and password in HTTPS_PROXY, then restart the server.',
      zh: '运维人员：请修改 HTTPS_PROXY 中的用户名和密码，然后重启服务器。',
    },
  },
  proxy_refused: {
    stage: 'host',
    means: {
      en: 'The HTTP proxy of this server refuses to connect to the target, or cannot reach it.',
      zh: '本服务器使用的 HTTP 代理拒绝连接目标，或无法访问目标。',
    },
    todo: checkProxy,
  },
  certificate: {
    stage: 'tls',
    means: {
      en: 'The certificate of the host is not trusted: expired, for another name, or of an unknown authority. Nothing was sent.',
      zh: '主机证书不受信任：已过期、名称不符，或签发机构未知。未发送任何内容。',
    },
    todo: {
      en: 'Do not go on if you did not expect this. If the authority is your own, operators name it as caFile of the target.',
      zh: '如非预期，请勿继续。如果是自建的签发机构，运维人员需在该目标的 caFile 中指定。',
    },
  },
  tls: {
    stage: 'tls',
    means: {
      en: 'No TLS connection came about: the host speaks only old versions, or no TLS on this port at all.',
      zh: '无法建立 TLS 连接：主机仅支持旧版本，或该端口不使用 TLS。',
    },
    todo: {
      en: 'Operators: check the port of the endpoint. TLS 1.2 or newer is needed.',
      zh: '运维人员：请检查终端节点的端口。需要 TLS 1.2 或更高版本。',
    },
  },
  silent: {
    stage: 'service',
    means: {
      en: 'The connection stands, but no answer came in time.',
      zh: '连接已建立，但未在规定时间内收到响应。',
    },
    todo: later,
  },
  broken_off: {
    stage: 'service',
    means: {
      en: 'The connection broke before the answer was whole. A proxy or firewall in between may cut it.',
      zh: '连接在响应完成之前中断，可能被中间的代理或防火墙切断。',
    },
    todo: later,
  },
  not_http: {
    stage: 'service',
    means: {
      en: 'What answers on this port does not speak HTTP as it should.',
      zh: '该端口返回的内容不是正确的 HTTP。',
    },
    todo: checkEndpoint,
  },
  redirect: {
    stage: 'service',
    means: {
      en: 'A redirect came back instead of an answer: a sign-in page of the network, a proxy, or another site. It was not followed.',
      zh: '返回的是重定向而非响应：可能是网络登录页面、代理或其他站点。未跟随重定向。',
    },
    todo: {
      en: 'If this network asks for a sign-in, do that first. Otherwise operators check the endpoint.',
      zh: '如果当前网络要求登录，请先登录；否则请运维人员检查终端节点。',
    },
  },
  web_page: {
    stage: 'service',
    means: {
      en: 'A web page or other text came back instead of an answer of IEF: a sign-in or maintenance page, a proxy, or the wrong host.',
      zh: '返回的是网页或其他文本，而非 IEF 的响应：可能是登录页或维护页、代理，或主机有误。',
    },
    todo: {
      en: 'If this network asks for a sign-in, do that first. Otherwise operators check the endpoint.',
      zh: '如果当前网络要求登录，请先登录；否则请运维人员检查终端节点。',
    },
  },
  odd_status: {
    stage: 'service',
    means: {
      en: 'An HTTP status came back that IEF does not use: a proxy in between answered, which may want a sign-in of its own (407).',
      zh: '返回了 IEF 不使用的 HTTP 状态码：响应来自中间的代理，它可能要求单独认证（407）。',
    },
    todo: {
      en: 'Operators: see what stands between this server and the target. Proxies from the environment are not used.',
      zh: '运维人员：请检查本服务器与目标之间的设备。本服务器不使用环境变量中的代理。',
    },
  },
  refused_page: {
    stage: 'service',
    means: {
      en: 'The request was refused in words that are not those of IEF: a proxy or portal in between answered.',
      zh: '请求被拒绝，但内容不是 IEF 的格式：响应来自中间的代理或门户。',
    },
    todo: checkEndpoint,
  },
  not_ief: {
    stage: 'service',
    means: {
      en: 'The host answers, but not as IEF: it does not know this request.',
      zh: '主机有响应，但不是 IEF：它不识别该请求。',
    },
    todo: {
      en: 'Operators: the endpoint must be that of IEF in the region of the project, such as https://ief.cn-north-4.myhuaweicloud.com.',
      zh: '运维人员：终端节点必须是项目所在区域的 IEF 地址，例如 https://ief.cn-north-4.myhuaweicloud.com。',
    },
  },
  too_large: {
    stage: 'service',
    means: { en: 'The answer is larger than 10 MiB.', zh: '响应超过 10 MiB。' },
    todo: checkEndpoint,
  },
  throttled: {
    stage: 'service',
    means: {
      en: 'The service answers, but takes no more requests for now.',
      zh: '服务有响应，但暂时不接受更多请求。',
    },
    todo: { en: 'Wait a little, then test again.', zh: '请稍候再测试。' },
  },
  service_down: {
    stage: 'service',
    means: {
      en: 'The service can be reached, but fails or is not available.',
      zh: '可以到达服务，但服务出错或不可用。',
    },
    todo: later,
  },
} as const satisfies Record<string, Finding>;
