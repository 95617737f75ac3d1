import type { Finding } from './stages.ts';

/** What can be wrong once the service answers: clock, sign-in, permission, project. */
export const signInFindings = {
  clock_refused: {
    stage: 'clock',
    means: {
      en: 'The service refuses the time the request was signed at: it may be at most 15 minutes off.',
      zh: '服务拒绝了请求的签名时间：偏差不得超过 15 分钟。',
    },
    todo: {
      en: 'Operators: set the clock of the machine this server runs on, best by NTP.',
      zh: '运维人员：请校准本服务器所在机器的时钟，建议使用 NTP。',
    },
  },
  token_missing: {
    stage: 'signIn',
    means: { en: 'There is no token.', zh: '没有 Token。' },
    todo: { en: 'Enter an IAM token for this project.', zh: '请输入该项目的 IAM Token。' },
  },
  token_malformed: {
    stage: 'signIn',
    means: {
      en: 'The token or the instance ID has characters it cannot have.',
      zh: 'Token 或实例 ID 包含不允许的字符。',
    },
    todo: {
      en: 'Copy it again, whole and without line breaks.',
      zh: '请重新完整复制，不要包含换行。',
    },
  },
  token_expired: {
    stage: 'signIn',
    means: { en: 'The token has run out.', zh: 'Token 已过期。' },
    todo: { en: 'Get a new token and enter it.', zh: '请获取新的 Token 并输入。' },
  },
  token_unreadable: {
    stage: 'signIn',
    means: {
      en: 'The service cannot read the token: it is cut, has run out, or comes from another region.',
      zh: '服务无法解析该 Token：不完整、已过期，或来自其他区域。',
    },
    todo: {
      en: 'Get a new token from IAM in the region of the target, for the project above, and copy it whole.',
      zh: '请在目标所在区域的 IAM 中为上述项目获取新的 Token，并完整复制。',
    },
  },
  token_refused: {
    stage: 'signIn',
    means: {
      en: 'The service does not accept the token. A change of password or permissions ends a token too, and so does a clock that is wrong by minutes.',
      zh: '服务不接受该 Token。修改密码或权限，或时钟偏差数分钟，也会使 Token 失效。',
    },
    todo: { en: 'Get a new token and enter it.', zh: '请获取新的 Token 并输入。' },
  },
  token_other_project: {
    stage: 'signIn',
    means: {
      en: 'The token is good, but for another project or region.',
      zh: 'Token 有效，但属于其他项目或区域。',
    },
    todo: {
      en: 'Get a token whose scope is exactly the project above, or enter the project of the token.',
      zh: '请获取作用范围为上述项目的 Token，或填写该 Token 所属的项目。',
    },
  },
  iam_password: {
    stage: 'signIn',
    means: {
      en: 'IAM refuses the user and password the server holds. No further try is made, so that the account is not locked.',
      zh: 'IAM 拒绝了服务器持有的用户名和密码。为避免账号被锁定，不会再次尝试。',
    },
    todo: {
      en: 'Operators: check account, user and password of the target, and that MFA is off for this user.',
      zh: '运维人员：请检查该目标的账号、用户名和密码，并确认该用户未启用 MFA。',
    },
  },
  keys_refused: {
    stage: 'signIn',
    means: {
      en: 'The service refuses the access keys the server holds.',
      zh: '服务拒绝了服务器持有的访问密钥（AK/SK）。',
    },
    todo: {
      en: 'Operators: check that access key and secret key belong together and are active; temporary keys need their security token.',
      zh: '运维人员：请确认 AK 与 SK 匹配且已启用；临时密钥还需要安全 Token。',
    },
  },
  iam_unreachable: {
    stage: 'signIn',
    means: {
      en: 'The server could not reach IAM to sign in. IEF itself was not asked.',
      zh: '服务器无法连接 IAM 进行登录，未请求 IEF。',
    },
    todo: {
      en: 'Operators: check the IAM endpoint of the region and that this server may reach it.',
      zh: '运维人员：请检查该区域的 IAM 终端节点，以及本服务器是否可以访问它。',
    },
  },
  iam_tls: {
    stage: 'signIn',
    means: {
      en: 'No trusted TLS connection with IAM came about. The password was not sent.',
      zh: '无法与 IAM 建立受信任的 TLS 连接，未发送密码。',
    },
    todo: {
      en: 'Operators: check the certificate of the IAM endpoint.',
      zh: '运维人员：请检查 IAM 终端节点的证书。',
    },
  },
  iam_odd: {
    stage: 'signIn',
    means: {
      en: 'IAM gave no usable answer, so the server could not sign in. IEF itself was not asked.',
      zh: 'IAM 未返回有效响应，服务器无法登录，未请求 IEF。',
    },
    todo: {
      en: 'Test again in a few minutes. If it stays so, operators check the IAM endpoint.',
      zh: '请几分钟后重新测试。如仍然如此，请运维人员检查 IAM 终端节点。',
    },
  },
  forbidden: {
    stage: 'permission',
    means: {
      en: 'Signed in, but this user may not use IEF in this project.',
      zh: '认证成功，但该用户没有在此项目中使用 IEF 的权限。',
    },
    todo: {
      en: 'Ask the administrator of the account for the IEF permissions in this region, such as IEF FullAccess, then get a new token.',
      zh: '请向账号管理员申请该区域的 IEF 权限，例如 IEF FullAccess，然后重新获取 Token。',
    },
  },
  project_unknown: {
    stage: 'project',
    means: { en: 'The service does not know this project.', zh: '服务中不存在该项目。' },
    todo: {
      en: 'Compare the project ID with “My Credentials” in the console; each region has its own.',
      zh: '请与控制台“我的凭证”中的项目 ID 核对，每个区域的项目 ID 不同。',
    },
  },
  project_fixed: {
    stage: 'project',
    means: {
      en: 'This target is bound to another project or instance.',
      zh: '该目标已绑定到其他项目或实例。',
    },
    todo: {
      en: 'Reload the page: it then takes the project of the target.',
      zh: '请重新加载页面，将自动使用目标的项目。',
    },
  },
  instance_unknown: {
    stage: 'project',
    means: {
      en: 'The service does not take this instance ID for the project.',
      zh: '服务不接受该项目的此实例 ID。',
    },
    todo: {
      en: 'Compare the instance ID with the console, or choose the professional edition.',
      zh: '请与控制台中的实例 ID 核对，或选择专业版。',
    },
  },
  refused_otherwise: {
    stage: 'project',
    means: {
      en: 'The service refuses for a reason this page does not know. Its own words stand below.',
      zh: '服务因本页面未知的原因拒绝，原文见下方。',
    },
    todo: {
      en: 'If its words do not help, give the request ID to the support of the service.',
      zh: '如果原文没有帮助，请将请求 ID 提供给服务的技术支持。',
    },
  },
} as const satisfies Record<string, Finding>;
