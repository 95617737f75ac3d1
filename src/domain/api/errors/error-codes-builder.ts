import { words, type ErrorTable } from './error-words.ts';

const reload = ['Reload the page. The form is kept.', '请刷新页面，表单内容会保留。'] as const;
const tellOperator = [
  'Give the request ID to the operator of this server.',
  '请将请求 ID 提供给本服务器的运维人员。',
] as const;
const submitLater = [
  'Nothing was sent. Submit again when it is mended.',
  '没有发送任何内容，问题解决后可重新提交。',
] as const;
const lookFirst = [
  'The page looks for it. Nothing is sent again by itself.',
  '页面会进行查找，不会自动再次发送。',
] as const;
const notOurs = ['A mistake of the page or of this server.', '页面或本服务器的错误。'] as const;
const bodyLimit = [
  'Make the body smaller. The JSON preview shows all of it.',
  '请精简请求体，可在 JSON 预览中查看全部内容。',
] as const;

/** Codes of our own server (src/server/http/kit/problem.ts). */
export const builderCodes: ErrorTable = {
  'BUILDER.host_refused': words(
    [
      'This server does not answer to the name in the address bar.',
      '本服务器不接受地址栏中的主机名。',
    ],
    [
      'The page was opened by another name than the operator configured.',
      '访问页面所用的主机名未在服务器中配置。',
    ],
    ['Open the page by its proper address.', '请使用正确的地址打开页面。'],
  ),
  'BUILDER.origin_refused': words(
    ['The request did not come from this server’s own page.', '请求并非来自本服务器的页面。'],
    ['A proxy in between removes or changes headers.', '中间的代理删除或修改了请求头。'],
    reload,
  ),
  'BUILDER.peer_refused': words(
    [
      'The request did not come through the proxy it has to come through.',
      '请求未经过规定的代理。',
    ],
    ['The server was reached directly, past its proxy.', '绕过代理直接访问了服务器。'],
    ['Open the page by its public address.', '请使用公开地址打开页面。'],
  ),
  'BUILDER.bad_request': words(
    ['The request did not arrive whole.', '请求未完整到达。'],
    ['The connection broke while it was sent.', '发送时连接中断。'],
    submitLater,
  ),
  'BUILDER.not_found': words(
    ['This server has no such address.', '本服务器没有该地址。'],
    ['The page is older or newer than the server.', '页面与服务器的版本不一致。'],
    reload,
  ),
  'BUILDER.unknown_target': words(
    ['This server knows the target no longer.', '本服务器中已没有该目标。'],
    ['Its configuration was changed.', '服务器的配置已更改。'],
    ['Choose another target in the connection settings.', '请在连接设置中选择其他目标。'],
  ),
  'BUILDER.not_this_project': words(
    ['The target is bound to another project or instance.', '该目标绑定了其他项目或实例。'],
    ['Its configuration was changed while the page was open.', '页面打开期间服务器的配置已更改。'],
    reload,
  ),
  'BUILDER.method_not_allowed': words(
    ['This address takes no request of this kind.', '该地址不接受此类请求。'],
    notOurs,
    reload,
  ),
  'BUILDER.bad_project': words(
    ['This is not a project ID.', '项目 ID 格式错误。'],
    ['A project ID has 32 hexadecimal digits.', '项目 ID 由 32 位十六进制数字组成。'],
    ['Correct the project ID in the connection settings.', '请在连接设置中修改项目 ID。'],
  ),
  'BUILDER.bad_query': words(
    [
      'The address has a query this server does not accept.',
      '地址中包含服务器不支持的查询参数或取值。',
    ],
    notOurs,
    reload,
  ),
  'BUILDER.bad_header': words(
    ['A header has a form it cannot have.', '请求头格式错误。'],
    [
      'The token or the instance ID has characters that do not belong there.',
      'Token 或实例 ID 包含不允许的字符。',
    ],
    ['Enter the token and the instance ID anew.', '请重新输入 Token 和实例 ID。'],
  ),
  'BUILDER.token_missing': words(
    ['The target needs a token, and there is none.', '该目标需要 Token，但没有提供。'],
    [
      'The token is kept in this page’s memory only, and is gone by now.',
      'Token 仅保存在页面内存中，现已清除。',
    ],
    ['Enter a token.', '请输入 Token。'],
  ),
  'BUILDER.access_needed': words(
    ['This server wants to know who asks.', '本服务器需要验证访问者。'],
    [
      'It holds credentials, and this browser has no session.',
      '服务器保存了凭证，而此浏览器没有会话。',
    ],
    ['Open the connection settings and enter the access secret.', '请打开连接设置并输入访问口令。'],
  ),
  'BUILDER.access_refused': words(
    ['The access secret is not the one.', '访问口令错误。'],
    ['Mistyped, or the server was started anew.', '输入有误，或服务器已重新启动。'],
    ['Take the link or secret of the running server.', '请使用当前服务器的链接或口令。'],
  ),
  'BUILDER.not_json': words(
    ['The body is not JSON that this server takes.', '请求体不是服务器可接受的 JSON。'],
    [
      'A text in it has characters that UTF-8 cannot hold, or a key is __proto__.',
      '文本中包含 UTF-8 无法表示的字符，或存在名为 __proto__ 的键。',
    ],
    ['Look at the JSON preview.', '请检查 JSON 预览。'],
  ),
  'BUILDER.too_deep': words(
    ['The body is nested too deeply.', '请求体嵌套过深。'],
    ['More than 64 levels.', '超过 64 层。'],
    bodyLimit,
  ),
  'BUILDER.too_many_values': words(
    ['The body has too many values.', '请求体中的值过多。'],
    ['More than 100,000, or more than 50,000 keys.', '超过 100,000 个，或键超过 50,000 个。'],
    bodyLimit,
  ),
  'BUILDER.payload_too_large': words(
    ['The body is too large.', '请求体过大。'],
    ['More than 1 MiB.', '超过 1 MiB。'],
    bodyLimit,
  ),
  'BUILDER.encoding_refused': words(
    ['A compressed body is not taken.', '不接受压缩的请求体。'],
    ['A proxy in between compresses requests.', '中间的代理压缩了请求。'],
    tellOperator,
  ),
  'BUILDER.type_refused': words(
    ['The request does not say that its body is JSON.', '请求未声明请求体为 JSON。'],
    ['A proxy in between removes or changes headers.', '中间的代理删除或修改了请求头。'],
    reload,
  ),
  key_reused: words(
    ['This attempt was already sent under its key.', '该次尝试已使用同一个键发送过。'],
    [
      'It was sent with another token, in another session or with another body. Its answer is not shown again.',
      '之前发送时使用了其他 Token、其他会话或其他请求体，因此不再显示当时的响应。',
    ],
    lookFirst,
  ),
  'BUILDER.rate_limited': words(
    ['Too many requests to real targets.', '对真实目标的请求过多。'],
    ['This server lets a limited number through each minute.', '本服务器限制每分钟的请求数。'],
    ['Nothing was sent. Wait, then submit again.', '没有发送任何内容，请稍后重新提交。'],
  ),
  'BUILDER.not_sent': words(
    ['The target could not be reached; nothing was sent.', '无法连接目标，没有发送任何内容。'],
    [
      'The target is down, or this server has no way to it.',
      '目标不可用，或本服务器无法访问目标。',
    ],
    submitLater,
  ),
  'BUILDER.outcome_unknown': words(
    ['No usable answer came back.', '没有收到有效的响应。'],
    [
      'The connection broke, or the answer was none of the API’s.',
      '连接中断，或响应不符合 API 的格式。',
    ],
    lookFirst,
  ),
  'BUILDER.credentials_refused': words(
    [
      'The target refuses what this server signs in with; nothing was done.',
      '目标不接受本服务器的凭证，没有执行任何操作。',
    ],
    ['The configured user, password or key is not good.', '配置的用户、密码或密钥无效。'],
    ['Ask the operator of this server.', '请联系本服务器的运维人员。'],
  ),
  'BUILDER.upstream_redirect': words(
    ['The target answered with a redirect, which is not followed.', '目标返回了重定向，不会跟随。'],
    [
      'A sign-in page of the network stands in between, or the endpoint is wrong.',
      '网络中存在登录页面，或终端节点错误。',
    ],
    [
      'Ask the operator of this server to check the endpoint.',
      '请联系本服务器的运维人员检查终端节点。',
    ],
  ),
  'BUILDER.upstream_contract': words(
    [
      'The target does not take requests of this kind; nothing was done.',
      '目标不接受此类请求，没有执行任何操作。',
    ],
    ['It is not IEF, or something in between interferes.', '目标不是 IEF，或中间设备干扰了请求。'],
    [
      'Ask the operator of this server to check the endpoint.',
      '请联系本服务器的运维人员检查终端节点。',
    ],
  ),
  'BUILDER.upstream_refused': words(
    ['The target refused, in words that are no JSON.', '目标拒绝了请求，且响应不是 JSON。'],
    ['A firewall or gateway in between answered.', '由中间的防火墙或网关返回。'],
    [
      'Look at the answer below; ask the operator of this server.',
      '请查看下方的响应，并联系本服务器的运维人员。',
    ],
  ),
  'BUILDER.busy': words(
    ['This server is at its limits; nothing was sent.', '本服务器已达上限，没有发送任何内容。'],
    ['Many requests at once.', '同时处理的请求过多。'],
    ['Wait a moment, then submit again.', '请稍等后重新提交。'],
  ),
  'BUILDER.internal': words(
    ['This server made a mistake.', '本服务器出现错误。'],
    ['Its log has the details under the request ID.', '详情见日志中的请求 ID。'],
    tellOperator,
  ),
};

/** What the page itself finds out, by the kind of its error. */
export const pageCodes: ErrorTable = {
  network: words(
    ['No answer came from this server.', '没有收到本服务器的响应。'],
    ['The network is down, or the server was stopped.', '网络中断，或服务器已停止。'],
    lookFirst,
  ),
  timeout: words(
    ['No answer came in time.', '未在规定时间内收到响应。'],
    ['The target is slow, or the network is.', '目标或网络响应缓慢。'],
    lookFirst,
  ),
  contract: words(
    ['The answer is not what the API promises.', '响应不符合 API 的约定。'],
    [
      'The target is of another version, or something in between answered.',
      '目标版本不同，或由中间设备返回。',
    ],
    lookFirst,
  ),
  mismatch: words(
    ['The service answered about another deployment.', '服务返回的是另一个应用部署。'],
    [
      'The service, or something in between, mixed up answers. Whether your deployment was created is looked up.',
      '服务或中间设备返回了错误的响应。页面会查找您的应用部署是否已创建。',
    ],
    lookFirst,
  ),
  stopped: words(
    ['You stopped waiting for the answer.', '已停止等待响应。'],
    ['The request had been sent and may still be carried out.', '请求已发送，可能仍会被执行。'],
    lookFirst,
  ),
  gone: words(
    ['The page was closed or reloaded before the answer came.', '收到响应之前页面被关闭或刷新。'],
    ['The request may have been sent and carried out.', '请求可能已发送并被执行。'],
    lookFirst,
  ),
};
