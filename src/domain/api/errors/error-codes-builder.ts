import { words, type ErrorTable } from './error-words.ts';

const reload = ['Reload the page. Your form is kept.', '请刷新页面，表单内容会保留。'] as const;
const tellOperator = [
  'Give the request ID to the operator of this server.',
  '请将请求 ID 提供给本服务器的运维人员。',
] as const;
const submitLater = [
  'Nothing was sent. Submit again once this is fixed.',
  '没有发送任何内容，问题解决后可重新提交。',
] as const;
const lookFirst = [
  'The page is looking it up. Nothing is resent automatically.',
  '页面会进行查找，不会自动再次发送。',
] as const;
const notOurs = ['This is a bug in the page or in this server.', '页面或本服务器的错误。'] as const;
const bodyLimit = [
  'Make the body smaller. The JSON preview shows it in full.',
  '请精简请求体，可在 JSON 预览中查看全部内容。',
] as const;

/** Codes of our own server (src/server/http/kit/problem.ts). */
export const builderCodes: ErrorTable = {
  'BUILDER.host_refused': words(
    [
      'This server does not accept the host name in the address bar.',
      '本服务器不接受地址栏中的主机名。',
    ],
    [
      'The page was opened under a host name that the operator did not configure.',
      '访问页面所用的主机名未在服务器中配置。',
    ],
    ['Open the page at its configured address.', '请使用正确的地址打开页面。'],
  ),
  'BUILDER.origin_refused': words(
    ['The request did not come from this server’s page.', '请求并非来自本服务器的页面。'],
    ['A proxy in between removes or changes headers.', '中间的代理删除或修改了请求头。'],
    reload,
  ),
  'BUILDER.peer_refused': words(
    ['The request bypassed the required proxy.', '请求未经过规定的代理。'],
    ['The server was reached directly instead of through its proxy.', '绕过代理直接访问了服务器。'],
    ['Open the page at its public address.', '请使用公开地址打开页面。'],
  ),
  'BUILDER.bad_request': words(
    ['The request was incomplete.', '请求未完整到达。'],
    ['The connection was lost while sending.', '发送时连接中断。'],
    submitLater,
  ),
  'BUILDER.not_found': words(
    ['This server has no such route.', '本服务器没有该地址。'],
    ['The page is older or newer than the server.', '页面与服务器的版本不一致。'],
    reload,
  ),
  'BUILDER.unknown_target': words(
    ['This server no longer has this target.', '本服务器中已没有该目标。'],
    ['Its configuration has changed.', '服务器的配置已更改。'],
    ['Choose another target in the connection settings.', '请在连接设置中选择其他目标。'],
  ),
  'BUILDER.not_this_project': words(
    ['The target is restricted to another project or instance.', '该目标绑定了其他项目或实例。'],
    ['Its configuration changed while the page was open.', '页面打开期间服务器的配置已更改。'],
    reload,
  ),
  'BUILDER.method_not_allowed': words(
    ['This route does not accept this request method.', '该地址不接受此类请求。'],
    notOurs,
    reload,
  ),
  'BUILDER.bad_project': words(
    ['This is not a project ID.', '项目 ID 格式错误。'],
    ['A project ID has 32 hexadecimal digits.', '项目 ID 由 32 位十六进制数字组成。'],
    ['Correct the project ID in the connection settings.', '请在连接设置中修改项目 ID。'],
  ),
  'BUILDER.token_refused': words(
    ['The target does not accept this token for the project.', '目标不接受该 Token 访问此项目。'],
    ['It expired, or it belongs to another project.', 'Token 已过期，或属于其他项目。'],
    ['Enter a valid token in the connection settings.', '请在连接设置中填写有效的 Token。'],
  ),
  'BUILDER.rollouts_off': words(
    ['This server has no rollouts.', '本服务器未启用批量部署。'],
    ['Its store is switched off or cannot be opened.', '存储已关闭或无法打开。'],
    tellOperator,
  ),
  'BUILDER.store_failed': words(
    ['The server’s store does not work at the moment.', '服务器的存储暂时无法使用。'],
    ['Its disk is full, or its database cannot be reached.', '磁盘已满，或无法连接数据库。'],
    tellOperator,
  ),
  'BUILDER.rollout_state': words(
    ['The rollout is in a state that does not allow this.', '批量部署的当前状态不允许此操作。'],
    ['It moved on in the meantime.', '其状态已发生变化。'],
    ['Look at its current state.', '请查看其当前状态。'],
  ),
  'BUILDER.bad_query': words(
    [
      'The URL has a query that this server does not accept.',
      '地址中包含服务器不支持的查询参数或取值。',
    ],
    notOurs,
    reload,
  ),
  'BUILDER.bad_header': words(
    ['A header has an invalid format.', '请求头格式错误。'],
    [
      'The token or the instance ID contains invalid characters.',
      'Token 或实例 ID 包含不允许的字符。',
    ],
    ['Enter the token and the instance ID again.', '请重新输入 Token 和实例 ID。'],
  ),
  'BUILDER.token_missing': words(
    ['The target requires a token, but none was provided.', '该目标需要 Token，但没有提供。'],
    [
      'The page keeps the token in memory only, and no longer has it.',
      'Token 仅保存在页面内存中，现已清除。',
    ],
    ['Enter a token.', '请输入 Token。'],
  ),
  'BUILDER.access_needed': words(
    ['This server requires you to sign in.', '访问本服务器需要登录。'],
    [
      'It holds credentials, and this browser has no session.',
      '服务器保存了凭证，而此浏览器没有会话。',
    ],
    ['Open the connection settings and enter the access secret.', '请打开连接设置并输入访问口令。'],
  ),
  'BUILDER.access_refused': words(
    ['The access secret is wrong.', '访问口令错误。'],
    [
      'It was mistyped, or the server has restarted with a new one.',
      '输入有误，或服务器已重新启动。',
    ],
    [
      'Use the link or the secret that the running server printed.',
      '请使用当前服务器的链接或口令。',
    ],
  ),
  'BUILDER.not_json': words(
    ['This server does not accept the body as JSON.', '请求体不是服务器可接受的 JSON。'],
    [
      'A string contains characters that UTF-8 cannot encode, or a key is __proto__.',
      '文本中包含 UTF-8 无法表示的字符，或存在名为 __proto__ 的键。',
    ],
    ['Check the JSON preview.', '请检查 JSON 预览。'],
  ),
  'BUILDER.too_deep': words(
    ['The body is nested too deeply.', '请求体嵌套过深。'],
    ['More than 64 levels.', '超过 64 层。'],
    bodyLimit,
  ),
  'BUILDER.too_many_values': words(
    ['The body has too many values.', '请求体中的值过多。'],
    ['It has more than 100,000 values or 50,000 keys.', '超过 100,000 个，或键超过 50,000 个。'],
    bodyLimit,
  ),
  'BUILDER.payload_too_large': words(
    ['The body is too large.', '请求体过大。'],
    ['More than 1 MiB.', '超过 1 MiB。'],
    bodyLimit,
  ),
  'BUILDER.encoding_refused': words(
    ['Compressed request bodies are not accepted.', '不接受压缩的请求体。'],
    ['A proxy in between compresses requests.', '中间的代理压缩了请求。'],
    tellOperator,
  ),
  'BUILDER.type_refused': words(
    ['The request does not declare its body as JSON.', '请求未声明请求体为 JSON。'],
    ['A proxy in between removes or changes headers.', '中间的代理删除或修改了请求头。'],
    reload,
  ),
  key_reused: words(
    [
      'This request was already sent with the same idempotency key.',
      '此请求已使用相同的幂等键发送过。',
    ],
    [
      'It was sent with another token, session or body, so its response is not shown.',
      '之前发送时使用了其他 Token、其他会话或其他请求体，因此不再显示当时的响应。',
    ],
    lookFirst,
  ),
  'BUILDER.rate_limited': words(
    ['Too many requests to live targets.', '对真实目标的请求过多。'],
    ['This server limits the number of requests per minute.', '本服务器限制每分钟的请求数。'],
    ['Nothing was sent. Wait, then submit again.', '没有发送任何内容，请稍后重新提交。'],
  ),
  'BUILDER.not_sent': words(
    ['The target could not be reached; nothing was sent.', '无法连接目标，没有发送任何内容。'],
    ['The target is down, or this server cannot reach it.', '目标不可用，或本服务器无法访问目标。'],
    submitLater,
  ),
  'BUILDER.outcome_unknown': words(
    ['No usable response was received.', '没有收到有效的响应。'],
    [
      'The connection was lost, or the response does not follow the API.',
      '连接中断，或响应不符合 API 的格式。',
    ],
    lookFirst,
  ),
  'BUILDER.credentials_refused': words(
    [
      'The target rejected this server’s credentials; nothing was done.',
      '目标不接受本服务器的凭证，没有执行任何操作。',
    ],
    ['The configured user, password or key is not valid.', '配置的用户、密码或密钥无效。'],
    ['Ask the operator of this server.', '请联系本服务器的运维人员。'],
  ),
  'BUILDER.upstream_redirect': words(
    ['The target returned a redirect, which is not followed.', '目标返回了重定向，不会跟随。'],
    [
      'A network sign-in page intercepted the request, or the endpoint is wrong.',
      '网络登录页面拦截了请求，或终端节点错误。',
    ],
    [
      'Ask the operator of this server to check the endpoint.',
      '请联系本服务器的运维人员检查终端节点。',
    ],
  ),
  'BUILDER.upstream_contract': words(
    [
      'The target does not support this request; nothing was done.',
      '目标不接受此类请求，没有执行任何操作。',
    ],
    ['It is not IEF, or a device in between interfered.', '目标不是 IEF，或中间设备干扰了请求。'],
    [
      'Ask the operator of this server to check the endpoint.',
      '请联系本服务器的运维人员检查终端节点。',
    ],
  ),
  'BUILDER.upstream_refused': words(
    [
      'The target rejected the request, and its response is not JSON.',
      '目标拒绝了请求，且响应不是 JSON。',
    ],
    ['A firewall or gateway in between responded.', '由中间的防火墙或网关返回。'],
    [
      'Check the response below, and ask the operator of this server.',
      '请查看下方的响应，并联系本服务器的运维人员。',
    ],
  ),
  'BUILDER.busy': words(
    ['This server is overloaded; nothing was sent.', '本服务器负载过高，没有发送任何内容。'],
    ['Too many requests at the same time.', '同时处理的请求过多。'],
    ['Wait a moment, then submit again.', '请稍等后重新提交。'],
  ),
  'BUILDER.internal': words(
    ['This server failed.', '本服务器出现错误。'],
    ['Its log has the details under this request ID.', '详情见日志中的请求 ID。'],
    tellOperator,
  ),
};

/** Errors that the page itself detects, by their kind. */
export const pageCodes: ErrorTable = {
  network: words(
    ['No response from this server.', '没有收到本服务器的响应。'],
    ['The network is down, or the server has stopped.', '网络中断，或服务器已停止。'],
    lookFirst,
  ),
  timeout: words(
    ['No response in time.', '未在规定时间内收到响应。'],
    ['The target or the network is slow.', '目标或网络响应缓慢。'],
    lookFirst,
  ),
  contract: words(
    ['The response does not follow the API.', '响应不符合 API 的约定。'],
    [
      'The target has another version, or a device in between responded.',
      '目标版本不同，或由中间设备返回。',
    ],
    lookFirst,
  ),
  mismatch: words(
    ['The response is about another deployment.', '服务返回的是另一个应用部署。'],
    [
      'The service or a device in between mixed up responses. The page is looking up whether your deployment was created.',
      '服务或中间设备返回了错误的响应。页面会查找您的应用部署是否已创建。',
    ],
    lookFirst,
  ),
  stopped: words(
    ['You stopped waiting for the response.', '已停止等待响应。'],
    ['The request was sent and may still take effect.', '请求已发送，可能仍会被执行。'],
    lookFirst,
  ),
  gone: words(
    [
      'The page was closed or reloaded before the response arrived.',
      '收到响应之前页面被关闭或刷新。',
    ],
    ['The request may have been sent and may have taken effect.', '请求可能已发送并被执行。'],
    lookFirst,
  ),
};
