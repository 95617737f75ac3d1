import { words, type ErrorTable, type ErrorWords } from './error-words.ts';

const mendField = ['Correct the field and submit again.', '修改该字段后重新提交。'] as const;
const askSupport = [
  'Look for the deployment first; if it does not exist, submit again. If the problem persists, give the request ID to the support team of the service.',
  '请先查找该应用部署，确认不存在后再提交。若问题持续，请将请求 ID 提供给服务的技术支持。',
] as const;
const laterList = ['Reload the list from the beginning.', '请从头重新读取列表。'] as const;

/** The documented codes of IEF itself (docs/sources.md, section 4). */
export const iefCodes: ErrorTable = {
  'IEF.011002': words(
    ['The service has no API at this address.', '服务中没有注册该 API。'],
    [
      'The endpoint of the target is not IEF, or is another version of it.',
      '目标的终端节点不是 IEF，或其版本不同。',
    ],
    [
      'Ask the operator of this server to check the endpoint of the target.',
      '请联系本服务器的运维人员检查目标的终端节点。',
    ],
  ),
  'IEF.011005': words(
    ['Authentication failed.', '认证失败。'],
    [
      'The token is for another project or region, has expired, or was truncated when it was copied.',
      'Token 属于其他项目或区域、已过期，或复制时被截断。',
    ],
    ['Get a token for this project and enter it.', '请获取该项目的 Token 后重新输入。'],
  ),
  'IEF.100001': words(
    ['The project was not found.', '项目 ID 不存在。'],
    [
      'The project ID was mistyped, or belongs to another region.',
      '项目 ID 输入有误，或属于其他区域。',
    ],
    [
      'Compare it with “My Credentials” in the console, for this region.',
      '请与控制台“我的凭证”中该区域的项目 ID 核对。',
    ],
  ),
  'IEF.100004': words(
    ['The offset of the list is not valid.', '列表的 offset 参数错误。'],
    ['The list became shorter while it was being read.', '读取过程中列表变短。'],
    laterList,
  ),
  'IEF.100005': words(
    ['The limit of the list is not valid.', '列表的 limit 参数错误。'],
    ['This service allows fewer entries per page.', '该服务每页允许的条数更少。'],
    laterList,
  ),
  'IEF.100009': words(
    ['A volume breaks the rules.', '卷不符合规则。'],
    [
      'Its type is unknown, or a part that belongs to the type is missing.',
      '卷类型未知，或缺少该类型所需的内容。',
    ],
    mendField,
    'volumes',
  ),
  'IEF.100010': words(
    ['The version of the application breaks the rules.', '应用版本名称不符合规则。'],
    ['The version of a container contains invalid characters.', '容器的版本包含不允许的字符。'],
    mendField,
    'version',
  ),
  'IEF.100011': words(
    ['The name of the application template breaks the rules.', '应用模板名称不符合规则。'],
    ['The name contains invalid characters or is too long.', '名称包含不允许的字符或过长。'],
    mendField,
    'name',
  ),
  'IEF.100012': words(
    ['The name breaks the rules.', '资源名称不符合规则。'],
    [
      'It contains upper-case letters or spaces, starts or ends with a hyphen, or is too long.',
      '包含大写字母、空格，以中划线开头或结尾，或名称过长。',
    ],
    mendField,
    'name',
  ),
  'IEF.100013': words(
    ['An environment variable breaks the rules.', '环境变量不符合规则。'],
    [
      'Its name contains invalid characters or is duplicated, or its source is incomplete.',
      '名称包含不允许的字符或重复，或变量来源不完整。',
    ],
    mendField,
    'envs',
  ),
  'IEF.100020': words(
    ['The URL of an icon breaks the rules.', '图标 URL 不符合规则。'],
    [
      'Deployments have no icon: the request reached another API.',
      '应用部署没有图标，请求可能到达了其他 API。',
    ],
    [
      'Ask the operator of this server to check the endpoint of the target.',
      '请联系本服务器的运维人员检查目标的终端节点。',
    ],
  ),
  'IEF.100021': words(
    ['A description breaks the rules.', '描述信息不符合规则。'],
    ['It is too long or contains invalid characters.', '描述过长或包含不允许的字符。'],
    mendField,
    'description',
  ),
  'IEF.100100': words(
    ['The query parameter force_delete is not valid.', '查询参数 force_delete 错误。'],
    ['It must be true or false.', '只允许 true 或 false。'],
    ['Delete again.', '请重新删除。'],
  ),
  'IEF.100158': words(
    ['The GPU of the node could not be read.', '无法获取节点的 GPU 信息。'],
    ['The node reports no GPU, or is not connected.', '节点没有上报 GPU，或节点未连接。'],
    [
      'Look for the deployment first. Then choose a node with a GPU, or remove the GPU.',
      '请先查找该应用部署；然后选择有 GPU 的节点，或不使用 GPU。',
    ],
    'gpu',
  ),
  'IEF.120001': words(
    ['The database of the service failed.', '服务的数据库操作失败。'],
    ['The service has a problem; the body is not the cause.', '服务自身的故障，与请求体无关。'],
    askSupport,
  ),
};

const tooLarge = words(
  ['The request is too large for the gateway.', '请求超过网关允许的大小。'],
  [
    'The body is larger than 12 MB, or the token has an unusual length.',
    '请求体超过 12 MB，或 Token 长度异常。',
  ],
  ['Make the body smaller, or get a new token.', '请减小请求体，或重新获取 Token。'],
);

/** Code APIGW.0201 has a different meaning with each status. */
const gateway0201: Readonly<Record<number, ErrorWords>> = {
  400: words(
    ['The gateway rejected the request as malformed.', '网关认为请求格式错误。'],
    [
      'A header or the URL does not meet the gateway’s requirements.',
      '请求头或地址不符合网关要求。',
    ],
    [
      'Give the request ID to the operator of this server.',
      '请将请求 ID 提供给本服务器的运维人员。',
    ],
  ),
  413: tooLarge,
  414: tooLarge,
  494: tooLarge,
  502: words(
    ['The gateway could not reach IEF behind it.', '网关无法连接后端的 IEF 服务。'],
    ['IEF is down or being upgraded.', 'IEF 服务不可用或正在升级。'],
    askSupport,
  ),
  504: words(
    ['IEF did not respond to the gateway in time.', 'IEF 未在规定时间内响应网关。'],
    ['IEF is slow. It may still be processing the request.', 'IEF 响应缓慢，可能仍在处理该请求。'],
    askSupport,
  ),
};

/** Codes of the gateway in front of IEF. */
const gatewayCodes: ErrorTable = {
  'APIGW.0101': words(
    ['The gateway has no such API.', '网关中没有该 API。'],
    [
      'The endpoint belongs to another region or service, or IEF is not available there.',
      '终端节点属于其他区域或服务，或该区域未开通 IEF。',
    ],
    [
      'Ask the operator of this server to check the endpoint of the target.',
      '请联系本服务器的运维人员检查目标的终端节点。',
    ],
  ),
  'APIGW.0301': words(
    ['The gateway does not accept the token or the signature.', '网关不接受该 Token 或签名。'],
    [
      'The token has expired, was truncated when it was copied, or is for another region. If the message mentions a signature or a time, a clock is wrong. With access keys, the key or the clock of this server is wrong.',
      'Token 已过期、复制时被截断，或属于其他区域。如错误信息提到签名或时间，则时钟有偏差。使用访问密钥时：密钥错误，或本服务器的时钟有偏差。',
    ],
    [
      'Get a new token for this project and region, and check the clocks.',
      '请重新获取该项目和区域的 Token，并检查时钟。',
    ],
  ),
  'APIGW.0302': words(
    ['The IAM user has no permission for this API.', 'IAM 用户没有访问该 API 的权限。'],
    [
      'The user lacks the permission ief:deployment:create in this project.',
      '该用户在此项目中缺少 ief:deployment:create 权限。',
    ],
    [
      'Ask an administrator to grant it (for example with the policy IEF FullAccess), or use another user’s token.',
      '请管理员授权（例如策略 IEF FullAccess），或使用其他用户的 Token。',
    ],
  ),
  'APIGW.0303': words(
    ['The gateway does not accept the signature of the application.', '网关不接受应用的签名。'],
    [
      'The clock of this server is minutes off, or its access key is not valid.',
      '本服务器的时钟偏差数分钟，或访问密钥无效。',
    ],
    [
      'Ask the operator of this server to check its clock and its keys.',
      '请联系本服务器的运维人员检查时钟和密钥。',
    ],
  ),
};

/** IAM uses its HTTP status as the code. */
export const iamCodes: ErrorTable = {
  '400': words(
    ['IAM does not understand the request.', 'IAM 无法识别该请求。'],
    ['The account, user or project name is missing.', '缺少账号名、用户名或项目名。'],
    [
      'Ask the operator of this server to check the sign-in of the target.',
      '请联系本服务器的运维人员检查目标的登录配置。',
    ],
  ),
  '401': words(
    ['IAM rejects the user name or password.', 'IAM 不接受该用户名或密码。'],
    [
      'They were mistyped or changed, or the user needs a second factor.',
      '输入有误、密码已修改，或该用户需要多因素认证。',
    ],
    [
      'Correct them before trying again: IAM locks the account after several failed attempts.',
      '请先更正再重试，多次失败后 IAM 会锁定账号。',
    ],
  ),
  '403': words(
    ['IAM does not allow this user to sign in.', 'IAM 禁止该用户登录。'],
    [
      'The account is locked, or programmatic access is disabled.',
      '账号已锁定，或未开启编程访问。',
    ],
    ['Ask the administrator of the account.', '请联系账号管理员。'],
  ),
  '404': words(
    ['IAM has no such project or account.', 'IAM 中没有该项目或账号。'],
    ['The name was mistyped, or belongs to another region.', '名称输入有误，或属于其他区域。'],
    ['Compare it with “My Credentials” in the console.', '请与控制台“我的凭证”核对。'],
  ),
  '500': words(
    ['IAM failed.', 'IAM 服务异常。'],
    ['The service has a problem.', '服务自身的故障。'],
    ['Try again later.', '请稍后重试。'],
  ),
  '503': words(
    ['IAM is busy.', 'IAM 服务繁忙。'],
    ['Too many requests, or maintenance.', '请求过多，或正在维护。'],
    ['Try again later.', '请稍后重试。'],
  ),
};

/** The words for a code of the gateway. Older gateways write `APIG.` for `APIGW.`. */
export function gatewayWords(code: string, status: number | undefined): ErrorWords | undefined {
  const known = code.replace(/^APIG\./, 'APIGW.');
  if (known === 'APIGW.0201') return gateway0201[status ?? 0];
  return Object.hasOwn(gatewayCodes, known) ? gatewayCodes[known] : undefined;
}
