import type { ConnectionDictionary } from './dictionary.ts';

const reload = '请重新加载页面。';
const testLater = '请几分钟后重新测试。';
const waitAndTest = '请稍候再测试。';
const renewToken = '请获取新的 Token 并输入。';
const checkEndpoint =
  '运维人员：请检查目标的终端节点，以及本服务器是否可以访问它（防火墙、路由、DNS）。';
const checkProxy =
  '运维人员：请检查 HTTPS_PROXY 和代理的访问规则。如果目标无需代理，请将其主机加入 NO_PROXY。';
const signInToNetwork = '如果当前网络要求登录，请先登录；否则请运维人员检查目标的终端节点。';

/** 连接设置和登录对话框的用语（中文），不随首屏加载。 */
export const connectionZh: ConnectionDictionary = {
  connection: {
    target: '目标',
    mockMeans: '本服务器的一部分，不会创建真实资源。',
    liveMeans: '真实的服务，提交后将创建真实资源。',
    signIn: {
      label: '认证方式',
      none: '不需要',
      token: '您自己的 IAM Token',
      password: '由本服务器使用其持有的 IAM 用户名和密码登录',
      aksk: '由本服务器使用其持有的访问密钥（AK/SK）为每个请求签名',
    },
    region: '区域',
    project: '项目 ID',
    projectHelp: '32 位十六进制数。在模拟服务中，每个项目相互独立。',
    projectHelpLive: '32 位十六进制数，可在控制台“我的凭证”中查看。',
    projectWrong: '请输入 32 位十六进制（0~9、a~f）的项目 ID。',
    instance: '实例 ID',
    instanceHelp: '铂金版实例的 ID。',
    instanceMock: '可选，模拟服务接受任意实例。',
    instanceWrong: '实例 ID 只能包含字母、数字和中划线，最大长度 64。',
    token: 'Token',
    tokenHelp:
      '该项目的 IAM Token，仅保存在当前页面的内存中，重新加载、到期或 30 分钟无操作后即清除。',
    tokenWrong: 'Token 不能包含空格、引号或非 ASCII 字符。',
    fix: '一键修正',
    tokenNeeded: '请输入 Token。',
    tokenProject: '该 Token 属于项目 {{project}}，与上方的项目不一致。',
    until: '有效期至',
    untilRead: '从 Token 中读取，剩余 {{time}}。',
    untilAssumed: 'Token 中没有到期时间，按有效期 24 小时计算，剩余 {{time}}。',
    untilTyped: '剩余 {{time}}。',
    untilOver: '该时间已过，Token 已过期。',
    untilEmpty: '不填写时，页面无法在 Token 到期前提醒。',
    save: '应用',
    test: '测试连接',
    testing: '正在测试…',
    testHelp: '测试上方的设置，不会应用设置，也不会更改服务中的任何内容。',
    fault: {
      label: '模拟故障',
      none: '无',
      help: '对发送到模拟服务的创建、更新、重启和删除请求生效，直到选择“无”。',
      clear: '清除故障“{{fault}}”',
    },
    add: {
      title: '添加目标',
      help: '供运维人员使用：目标在服务器上的配置文件中定义，不能在页面中添加。请选择主机和认证方式，复制文件并替换其中的占位内容。',
      host: '区域和主机',
      token: '每个用户输入自己的 IAM Token',
      password: '由本服务器使用 IAM 用户名和密码登录',
      aksk: '由本服务器使用访问密钥（AK/SK）为请求签名',
      file: '目标配置文件',
      copy: '复制',
      copied: '目标配置文件已复制到剪贴板。',
      refused: '浏览器拒绝访问剪贴板，请选中文本后复制。',
      next: '将 IEF_TARGETS 设置为该文件的路径，设置文件中的变量并重启服务器。详见 docs/targets.md。',
    },
  },
  signIn: {
    title: '输入 Token',
    intro: '已填写的内容不会丢失，登录后将继续刚才的操作。',
    introAway: '仅用于在“{{label}}”中查找您的应用部署，查找结束后即清除。表单和连接设置保持不变。',
    use: '使用此 Token',
    enterToken: '输入 Token',
    noTokenHelp: '输入 Token 后可加载“{{label}}”的列表。',
    expired: 'Token 已过期，已从本页面清除。',
    idle: '30 分钟无操作，Token 已从本页面清除。',
    refused: '服务不接受该 Token，无法读取列表。',
    left: 'Token 剩余 {{time}}',
    why: {
      none: '“{{label}}”需要 Token。',
      expired: 'Token 已于 {{when}} 到期，并已从本页面清除。',
      idle: '30 分钟无操作，Token 已于 {{when}} 从本页面清除。',
      refused: '“{{label}}”拒绝了该 Token。',
      renew: '新的 Token 将替换当前使用的 Token。',
      renewBefore: '当前 Token 将于 {{when}} 到期，新的 Token 将替换它。',
    },
    clocks: {
      named: '错误信息表明时钟可能有误：签名和 Token 仅在一段时间内有效。',
      unknown: '响应中没有时间，无法比较时钟。',
      device: {
        agrees: '本设备的时钟与服务一致。',
        ahead: '本设备的时钟比服务快 {{time}}。',
        behind: '本设备的时钟比服务慢 {{time}}。',
      },
      server: {
        agrees: '本页面的服务器时钟与服务一致。',
        ahead: '本页面的服务器时钟比服务快 {{time}}。',
        behind: '本页面的服务器时钟比服务慢 {{time}}。',
      },
    },
  },
  access: {
    title: '输入访问口令',
    intro: '本服务器持有“{{label}}”的凭证，浏览器需要访问口令才能使用。已填写的内容不会丢失。',
    launch: '服务器启动时输出了一个链接。请打开该链接，或将其粘贴到此处。口令为 #k= 之后的内容。',
    operator: '请向本服务器的运维人员获取。',
    secret: '访问口令',
    kept: '只发送一次，不会保存。随后此浏览器的会话将保持有效，直到退出登录或会话到期。',
    enter: '确定',
    needed: '请输入访问口令。',
    refused: '访问口令不正确。',
    linkRefused: '本服务器不接受所打开链接中的访问口令。',
    tooMany: '尝试次数过多，请等待 {{seconds}} 秒后重试。',
    failed: '无法验证访问口令：{{reason}}',
    why: '“{{label}}”需要本服务器的访问口令，此浏览器尚未输入。',
    ended: '您在本服务器上的会话已结束，请重新输入访问口令以使用“{{label}}”。',
    locked: '请输入本服务器的访问口令，以使用“{{label}}”。',
    granted: '此浏览器可以使用服务器持有的凭证。',
    notYet: '此浏览器还不能使用服务器持有的凭证。',
    signOut: '退出登录',
    signedOut: '已退出登录，此浏览器的会话已结束。',
    notOut: '退出登录失败：{{reason}}',
  },
  diagnosis: {
    title: '测试结果',
    passed: '连接正常。',
    failed: '连接失败：{{stage}}。',
    states: {
      done: '正常',
      noFault: '未发现问题',
      warning: '警告',
      failed: '失败',
      open: '未检查',
    },
    stages: {
      server: '本页面的服务器',
      host: '主机和网络',
      tls: 'TLS 和证书',
      service: '服务的响应',
      clock: '时钟',
      signIn: '认证',
      permission: '权限',
      project: '项目和实例',
    },
    facts: {
      wait: '等待',
      code: '错误码',
      message: '错误信息',
      status: 'HTTP 状态码',
      requestId: '请求 ID',
    },
    seconds: '{{seconds}} 秒',
    ahead: '本设备的时钟比服务快 {{time}}。',
    behind: '本设备的时钟比服务慢 {{time}}。',
    byService: 'Token 的到期时间按服务的时钟计算。',
    enterSecret: '输入访问口令',
    findings: {
      serverSilent: {
        means: '本页面的服务器没有响应。',
        todo: '请确认本机网络正常且服务器正在运行，然后重新测试。',
      },
      serverSlow: {
        means: '本页面的服务器已接收请求，但未在规定时间内响应。',
        todo: '请重新测试。如仍然失败，请联系运维人员。',
      },
      serverFront: {
        means: '响应并非来自本页面的服务器，而是来自其前面的其他系统。',
        todo: '请重新加载页面：代理可能要求登录。如仍然失败，请联系运维人员。',
      },
      hostRefused: {
        means: '服务器不接受打开本页面所用的地址。',
        todo: '请使用运维人员提供的地址打开页面。运维人员：请将 PUBLIC_ORIGIN 设置为该地址。',
      },
      originRefused: {
        means: '服务器认为请求来自其他站点，已拒绝。',
        todo: '请使用页面本身的地址打开。运维人员：PUBLIC_ORIGIN 必须与用户看到的地址一致。',
      },
      peerRefused: {
        means: '服务器只接受来自受信任代理的请求，而该请求不是。',
        todo: '请通过公开地址打开页面。运维人员：请检查 TRUSTED_PROXIES。',
      },
      accessNeeded: {
        means: '服务器自行登录该目标，尚未授权此浏览器。',
        todo: '请输入访问口令。',
      },
      rateLimited: {
        means: '本页面的服务器向真实目标发送请求的频率已达上限。',
        todo: waitAndTest,
      },
      serverBusy: {
        means: '本页面的服务器负载过高，未转发请求。',
        todo: waitAndTest,
      },
      serverFailed: {
        means: '本页面的服务器出错。',
        todo: '请将请求 ID 提供给运维人员，原因记录在服务器日志中。',
      },
      targetGone: {
        means: '服务器中已没有该目标。',
        todo: '请重新加载页面并选择其他目标。',
      },
      serverMismatch: {
        means: '本页面的服务器不接受该请求：页面与服务器版本不一致。',
        todo: reload,
      },

      connectionRefused: {
        means: '主机拒绝连接：该端口没有服务监听，或被防火墙拒绝。',
        todo: checkEndpoint,
      },
      nameNotFound: {
        means: '无法解析主机名：拼写有误，或此处 DNS 不可用。',
        todo: checkEndpoint,
      },
      connectTimeout: {
        means: '连接超时：主机有误，或网络不通。',
        todo: checkEndpoint,
      },
      unreachable: { means: '没有到达该主机的路由。', todo: checkEndpoint },
      addressRefused: {
        means: '主机名解析到本服务器不允许连接的地址，例如私网地址。',
        todo: '如果确实要使用私网地址，运维人员需为该目标设置 "allowPrivate": true。',
      },
      proxyUnreachable: {
        means: '本页面的服务器通过 HTTP 代理访问目标，但代理没有响应。',
        todo: checkProxy,
      },
      proxyCredentials: {
        means: '本服务器使用的 HTTP 代理不接受其用户名或密码。',
        todo: '运维人员：请修改 HTTPS_PROXY 中的用户名和密码，然后重启服务器。',
      },
      proxyRefused: {
        means: '本服务器使用的 HTTP 代理拒绝连接目标，或无法访问目标。',
        todo: checkProxy,
      },
      certificate: {
        means: '主机证书不受信任：已过期、名称不符，或签发机构未知。未发送任何内容。',
        todo: '如非预期，请勿继续。如果是自建的签发机构，运维人员需在该目标的 caFile 中指定。',
      },
      tls: {
        means: '无法建立 TLS 连接：主机仅支持旧版本，或该端口不使用 TLS。',
        todo: '运维人员：请检查终端节点的端口。需要 TLS 1.2 或更高版本。',
      },

      serviceSilent: {
        means: '连接已建立，但未在规定时间内收到响应。',
        todo: testLater,
      },
      connectionLost: {
        means: '连接在响应完成之前中断，可能被代理或防火墙切断。',
        todo: testLater,
      },
      notHttp: {
        means: '该端口返回的内容不是有效的 HTTP 响应。',
        todo: checkEndpoint,
      },
      redirect: {
        means: '返回的是重定向而非响应：可能是网络登录页面、代理或其他站点。未跟随重定向。',
        todo: signInToNetwork,
      },
      webPage: {
        means: '返回的是网页或其他文本，而非 IEF 的响应：可能是登录页或维护页、代理，或主机有误。',
        todo: signInToNetwork,
      },
      oddStatus: {
        means: '返回了 IEF 不使用的 HTTP 状态码：响应可能来自代理，该代理可能要求单独认证（407）。',
        todo: '运维人员：请检查本服务器与目标之间的代理。',
      },
      refusedByPage: {
        means: '请求被拒绝，但响应不是 IEF 的格式，可能来自代理或门户。',
        todo: checkEndpoint,
      },
      notIef: {
        means: '主机有响应，但不是 IEF：它不识别该请求。',
        todo: '运维人员：终端节点必须是项目所在区域的 IEF 地址，例如 https://ief.cn-north-4.myhuaweicloud.com。',
      },
      tooLarge: { means: '响应超过 10 MiB。', todo: checkEndpoint },
      throttled: {
        means: '服务有响应，但暂时不接受更多请求。',
        todo: waitAndTest,
      },
      serviceDown: {
        means: '可以访问服务，但服务出错或不可用。',
        todo: testLater,
      },

      clockRefused: {
        means: '服务拒绝了请求的签名时间：偏差不得超过 15 分钟。',
        todo: '运维人员：请校准本服务器所在机器的时钟，建议使用 NTP。',
      },
      tokenMissing: { means: '需要 Token。', todo: '请输入该项目的 IAM Token。' },
      tokenMalformed: {
        means: 'Token 或实例 ID 包含不允许的字符。',
        todo: '请重新完整复制，不要包含换行。',
      },
      tokenExpired: { means: 'Token 已过期。', todo: renewToken },
      tokenUnreadable: {
        means: '服务无法解析该 Token：不完整、已过期，或来自其他区域。',
        todo: '请在目标所在区域的 IAM 中为上述项目获取新的 Token，并完整复制。',
      },
      tokenRefused: {
        means: '服务不接受该 Token。修改密码或权限，或时钟偏差数分钟，也会使 Token 失效。',
        todo: renewToken,
      },
      tokenOtherProject: {
        means: 'Token 有效，但属于其他项目或区域。',
        todo: '请获取作用范围为上述项目的 Token，或填写该 Token 所属的项目。',
      },
      iamPassword: {
        means: 'IAM 拒绝了服务器持有的用户名和密码。为避免账号被锁定，不会再次尝试。',
        todo: '运维人员：请检查该目标的账号、用户名和密码，并确认该用户未启用 MFA。',
      },
      keysRefused: {
        means: '服务拒绝了服务器持有的访问密钥（AK/SK）。',
        todo: '运维人员：请确认 AK 与 SK 匹配且已启用；临时密钥还需要安全 Token。',
      },
      iamUnreachable: {
        means: '服务器无法连接 IAM 进行登录，未向 IEF 发送请求。',
        todo: '运维人员：请检查该区域的 IAM 终端节点，以及本服务器是否可以访问它。',
      },
      iamTls: {
        means: '无法与 IAM 建立受信任的 TLS 连接，未发送密码。',
        todo: '运维人员：请检查 IAM 终端节点的证书。',
      },
      iamUnusable: {
        means: 'IAM 未返回有效响应，服务器无法登录，未向 IEF 发送请求。',
        todo: '请几分钟后重新测试。如仍然失败，请运维人员检查 IAM 终端节点。',
      },
      forbidden: {
        means: '认证成功，但该用户没有在此项目中使用 IEF 的权限。',
        todo: '请向账号管理员申请该区域的 IEF 权限，例如 IEF FullAccess，然后重新获取 Token。',
      },
      projectUnknown: {
        means: '服务中不存在该项目。',
        todo: '请与控制台“我的凭证”中的项目 ID 核对，每个区域的项目 ID 不同。',
      },
      projectFixed: {
        means: '该目标已绑定到其他项目或实例。',
        todo: '请重新加载页面，将自动使用目标的项目。',
      },
      instanceUnknown: {
        means: '服务不接受该项目的此实例 ID。',
        todo: '请与控制台中的实例 ID 核对，或选择专业版。',
      },
      refusedOtherwise: {
        means: '服务因本页面未知的原因拒绝了请求，原文见下方。',
        todo: '如果原文没有帮助，请将请求 ID 提供给服务的技术支持。',
      },
    },
  },
  mockFault: {
    refuse: { label: '连接被拒绝', effect: '未发送，也不会创建。' },
    'reset-before': {
      label: '发送前连接被重置',
      effect: '发送任何内容之前连接中断，不会创建。',
    },
    'reset-during': {
      label: '发送过程中连接被重置',
      effect: '请求发送到一半时连接中断。不会创建，但页面无法得知结果。',
    },
    'reset-after': {
      label: '创建后连接被重置',
      effect: '已创建，但在响应之前连接中断。',
    },
    'lost-answer': {
      label: '响应丢失',
      effect: '已创建，但连接关闭，没有响应。',
    },
    cut: { label: '响应不完整', effect: '已创建，但响应在中途中断。' },
    slow: { label: '响应缓慢', effect: '已创建，响应延迟数秒。' },
    hang: {
      label: '没有响应',
      effect: '不会创建，也没有响应，直到服务器停止等待。',
    },
    html: { label: '维护页面', effect: '以状态码 200 返回网页，不会创建。' },
    'late-create': {
      label: '延迟创建',
      effect: '返回 504，数秒后应用部署才出现。',
    },
    'slow-pull': {
      label: '镜像拉取缓慢',
      effect: '已创建，应用实例长时间等待镜像，期间显示为失败。',
    },
    'pull-failed': {
      label: '镜像不存在',
      effect: '已创建，应用实例始终无法拉取镜像。',
    },
    'crash-loop': {
      label: '反复崩溃',
      effect: '已创建，容器反复退出并重启。',
    },
    'token-expires': {
      label: 'Token 过期',
      effect: '已创建，之后该 Token 不再有效。',
    },
    unauthorized: {
      label: 'Token 被拒绝（401）',
      effect: '网关拒绝 Token，不会创建。',
    },
    forbidden: {
      label: '没有权限（403）',
      effect: '用户没有创建权限。不会创建。',
    },
    conflict: {
      label: '冲突（409）',
      effect: '响应提示记录正在被其他请求修改，不会创建。',
    },
    quota: { label: '配额已用完（403）', effect: '应用部署的配额已用完，不会创建。' },
    throttle: { label: '请求过多（429）', effect: '拒绝请求 5 秒，不会创建。' },
    'error-500': {
      label: '内部错误（500）',
      effect: '响应提示数据库错误。不会创建，但页面无法得知结果。',
    },
    'bad-gateway': {
      label: '网关错误（502）',
      effect: '响应提示后端不可用。不会创建，但页面无法得知结果。',
    },
    unavailable: {
      label: '服务不可用（503）',
      effect: '响应提示服务繁忙。不会创建，但页面无法得知结果。',
    },
    'gateway-timeout': {
      label: '网关超时（504）',
      effect: '网关停止等待。不会创建，但页面无法得知结果。',
    },
  },
  paste: {
    remove: '请删除{{list}}。',
    useLowerCase: '请改为小写字母。',
    parts: {
      character: ' {{character}}',
      outerSpaces: '首尾的空格',
      leadingSpace: '开头的空格',
      trailingSpace: '末尾的空格',
      name: '名称“{{name}}”',
      quotes: '引号',
      trailingComma: '末尾的标点',
      innerSpaces: '中间的空格',
      hyphens: '连字符',
    },
  },
};
