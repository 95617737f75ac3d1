const reload = 'Reload the page.';
const testLater = 'Test again in a few minutes.';
const waitAndTest = 'Wait a moment, then test again.';
const renewToken = 'Get a new token and enter it.';
const checkEndpoint =
  'Operators: check the endpoint of the target, and that this server can reach it (firewall, routes, DNS).';
const checkProxy =
  'Operators: check HTTPS_PROXY and the rules of the proxy. If the target needs no proxy, add its host to NO_PROXY.';
const signInToNetwork =
  'If this network requires a sign-in, sign in first. Otherwise, operators: check the endpoint of the target.';

/** English words of the connection settings and sign-in dialogs. They are not part of the first load. */
export const connectionEn = {
  connection: {
    target: 'Target',
    mockMeans: 'Part of this server. No real resources are created.',
    liveMeans: 'A real service. Submitting creates real resources.',
    signIn: {
      label: 'Sign-in',
      none: 'Not needed',
      token: 'Your own IAM token',
      password: 'This server signs in with its own IAM user and password',
      aksk: 'This server signs every request with its own access keys (AK/SK)',
    },
    region: 'Region',
    project: 'Project ID',
    projectHelp: '32 hexadecimal digits. In the mock, projects are separate from each other.',
    projectHelpLive: '32 hexadecimal digits, shown in the console under “My Credentials”.',
    projectWrong: 'Enter a project ID of 32 hexadecimal digits (0–9, a–f).',
    instance: 'Instance ID',
    instanceHelp: 'ID of the platinum instance.',
    instanceMock: 'Optional: the mock accepts any instance.',
    instanceWrong: 'Enter an instance ID of letters, digits and hyphens, up to 64 characters.',
    token: 'Token',
    tokenHelp:
      'An IAM token for this project. It is held in the memory of this page only, and removed when you reload, when it expires, or after 30 minutes without input.',
    tokenWrong: 'A token cannot contain spaces, quotes or non-ASCII characters.',
    fix: 'Fix it',
    tokenNeeded: 'Enter a token.',
    tokenProject: 'This token is for project {{project}}, not for the project above.',
    until: 'Valid until',
    untilRead: 'Read from the token. Expires in {{time}}.',
    untilAssumed: 'Not stated in the token; assumed 24 hours. Expires in {{time}}.',
    untilTyped: 'Expires in {{time}}.',
    untilOver: 'This time has passed: the token has expired.',
    untilEmpty: 'Without a time, the page cannot warn you before the token expires.',
    save: 'Apply',
    test: 'Test connection',
    testing: 'Testing…',
    testHelp: 'Tests the settings above without applying them. Nothing is changed in the service.',
    fault: {
      label: 'Simulated fault',
      none: 'None',
      help: 'Applies to every create, update, restart and delete sent to the mock, until you choose “None”.',
      clear: 'Clear the fault “{{fault}}”',
    },
    add: {
      title: 'Add a target',
      help: 'For operators: targets are configured in a file on the server, not in this page. Choose the host and the sign-in, copy the file, and replace the placeholders.',
      host: 'Region and host',
      token: 'Each user enters an IAM token',
      password: 'This server signs in with an IAM user and password',
      aksk: 'This server signs requests with access keys (AK/SK)',
      file: 'Targets file',
      copy: 'Copy',
      copied: 'Targets file copied to the clipboard.',
      refused: 'The browser refused the clipboard. Select the text and copy it.',
      next: 'Set IEF_TARGETS to the path of the file, set the variables it names, and restart the server. See docs/targets.md.',
    },
  },
  signIn: {
    title: 'Enter a token',
    intro: 'Nothing you entered is lost. Your action continues afterwards.',
    introAway:
      'Used only to look up your deployment on {{label}}, then discarded. The form and the connection stay as they are.',
    use: 'Use this token',
    enterToken: 'Enter a token',
    noTokenHelp: 'Enter a token to load the lists of {{label}}.',
    expired: 'The token has expired and was removed from this page.',
    idle: 'The token was removed from this page after 30 minutes without input.',
    refused: 'The service does not accept the token, so its lists cannot be read.',
    left: 'Token: {{time}} left',
    why: {
      none: '{{label}} requires a token.',
      expired: 'The token expired at {{when}} and was removed from this page.',
      idle: 'The token was removed from this page at {{when}}, after 30 minutes without input.',
      refused: '{{label}} refused the token.',
      renew: 'The new token replaces the current one.',
      renewBefore: 'The current token expires at {{when}}. The new token replaces it.',
    },
    clocks: {
      named:
        'The message suggests a wrong clock: signatures and tokens are valid only for a limited time.',
      unknown: 'The response contained no time, so the clocks could not be compared.',
      device: {
        agrees: 'The clock of this device agrees with the service.',
        ahead: 'The clock of this device is {{time}} ahead of the service.',
        behind: 'The clock of this device is {{time}} behind the service.',
      },
      server: {
        agrees: 'The clock of the page’s server agrees with the service.',
        ahead: 'The clock of the page’s server is {{time}} ahead of the service.',
        behind: 'The clock of the page’s server is {{time}} behind the service.',
      },
    },
  },
  access: {
    title: 'Enter the access secret',
    intro:
      'This server holds the credentials for {{label}}. Browsers need the access secret to use them. Nothing you entered is lost.',
    launch:
      'The server printed a link when it started. Open that link, or paste it here. The secret is the part after #k=.',
    operator: 'Ask the operator of this server for the secret.',
    secret: 'Access secret',
    kept: 'Sent once and never stored. This browser then has a session until you sign out or the session expires.',
    enter: 'Enter',
    needed: 'Enter the access secret.',
    refused: 'The access secret is wrong.',
    linkRefused: 'This server does not accept the secret in the link that you opened.',
    tooMany: 'Too many attempts. Wait {{seconds}} s, then try again.',
    failed: 'The secret could not be checked: {{reason}}',
    why: '{{label}} requires the access secret of this server, which has not been entered in this browser yet.',
    ended: 'Your session on this server has ended. Enter the access secret again for {{label}}.',
    locked: 'Enter the access secret of this server to use {{label}}.',
    granted: 'This browser can use the credentials of this server.',
    notYet: 'This browser cannot use the credentials of this server yet.',
    signOut: 'Sign out',
    signedOut: 'Signed out. The session of this browser has ended.',
    notOut: 'Sign-out failed: {{reason}}',
  },
  diagnosis: {
    title: 'Test result',
    passed: 'The connection works.',
    failed: 'The connection fails at: {{stage}}.',
    states: {
      done: 'OK',
      noFault: 'No problem found',
      warning: 'Warning',
      failed: 'Failed',
      open: 'Not checked',
    },
    stages: {
      server: 'Server of this page',
      host: 'Host and network',
      tls: 'TLS and certificate',
      service: 'Response of the service',
      clock: 'Clock',
      signIn: 'Sign-in',
      permission: 'Permission',
      project: 'Project and instance',
    },
    facts: {
      wait: 'Wait',
      code: 'Code',
      message: 'Message',
      status: 'HTTP status',
      requestId: 'Request ID',
    },
    seconds: '{{seconds}} s',
    ahead: 'The clock of this device is {{time}} ahead of the service.',
    behind: 'The clock of this device is {{time}} behind the service.',
    byService: 'Tokens expire by the clock of the service.',
    enterSecret: 'Enter the access secret',
    findings: {
      serverSilent: {
        means: 'The server of this page does not respond.',
        todo: 'Check that this computer is online and that the server is running, then test again.',
      },
      serverSlow: {
        means: 'The server of this page received the request but did not respond in time.',
        todo: 'Test again. If it still fails, contact the operator.',
      },
      serverFront: {
        means:
          'The response did not come from the server of this page, but from a system in front of it.',
        todo: 'Reload the page: a proxy may ask you to sign in. If it still fails, contact the operator.',
      },
      hostRefused: {
        means: 'The server does not accept the address this page was opened at.',
        todo: 'Open the page at the address that the operator gave you. Operators: set PUBLIC_ORIGIN to that address.',
      },
      originRefused: {
        means: 'The server refused the request because it seems to come from another site.',
        todo: 'Open the page at its own address. Operators: PUBLIC_ORIGIN must be the address that users see.',
      },
      peerRefused: {
        means:
          'The server accepts requests only from its trusted proxies, and this one did not come through them.',
        todo: 'Open the page at its public address. Operators: check TRUSTED_PROXIES.',
      },
      accessNeeded: {
        means: 'The server signs in to this target itself. This browser has no access yet.',
        todo: 'Enter the access secret.',
      },
      rateLimited: {
        means: 'The server of this page has reached its rate limit for requests to live targets.',
        todo: waitAndTest,
      },
      serverBusy: {
        means: 'The server of this page is overloaded and did not forward the request.',
        todo: waitAndTest,
      },
      serverFailed: {
        means: 'The server of this page failed.',
        todo: 'Give the request ID to the operator. The cause is in the log of the server.',
      },
      targetGone: {
        means: 'The server no longer has this target.',
        todo: 'Reload the page and choose another target.',
      },
      serverMismatch: {
        means:
          'The server of this page does not accept the request: page and server have different versions.',
        todo: reload,
      },

      connectionRefused: {
        means:
          'The host refuses the connection: nothing listens on this port, or a firewall rejects it.',
        todo: checkEndpoint,
      },
      nameNotFound: {
        means: 'The host name could not be resolved: it is misspelled, or DNS does not work here.',
        todo: checkEndpoint,
      },
      connectTimeout: {
        means: 'Connecting timed out: the host is wrong, or the network blocks the connection.',
        todo: checkEndpoint,
      },
      unreachable: { means: 'There is no route to the host.', todo: checkEndpoint },
      addressRefused: {
        means:
          'The host name resolves to an address this server must not connect to, such as a private one.',
        todo: 'If the private address is intended, operators: set "allowPrivate": true for this target.',
      },
      proxyUnreachable: {
        means:
          'The server of this page uses an HTTP proxy to reach the target, and the proxy does not respond.',
        todo: checkProxy,
      },
      proxyCredentials: {
        means: 'The HTTP proxy of this server does not accept its user name or password.',
        todo: 'Operators: correct the user name and password in HTTPS_PROXY, then restart the server.',
      },
      proxyRefused: {
        means:
          'The HTTP proxy of this server refuses to connect to the target, or cannot reach it.',
        todo: checkProxy,
      },
      certificate: {
        means:
          'The certificate of the host is not trusted: it has expired, is for another name, or comes from an unknown authority. Nothing was sent.',
        todo: 'If you did not expect this, do not continue. If the authority is your own, operators: set caFile for the target.',
      },
      tls: {
        means:
          'No TLS connection could be established: the host supports only old versions, or this port does not use TLS.',
        todo: 'Operators: check the port of the endpoint. TLS 1.2 or later is required.',
      },

      serviceSilent: {
        means: 'The connection was established, but no response arrived in time.',
        todo: testLater,
      },
      connectionLost: {
        means:
          'The connection broke before the response was complete. A proxy or firewall may have closed it.',
        todo: testLater,
      },
      notHttp: {
        means: 'The response on this port is not valid HTTP.',
        todo: checkEndpoint,
      },
      redirect: {
        means:
          'A redirect arrived instead of a response: a sign-in page of the network, a proxy, or another site. It was not followed.',
        todo: signInToNetwork,
      },
      webPage: {
        means:
          'A web page or other text arrived instead of a response of IEF: a sign-in or maintenance page, a proxy, or the wrong host.',
        todo: signInToNetwork,
      },
      oddStatus: {
        means:
          'The response has an HTTP status that IEF does not use. It probably comes from a proxy, which may require its own sign-in (407).',
        todo: 'Operators: check the proxies between this server and the target.',
      },
      refusedByPage: {
        means:
          'The request was refused, but not in the format of IEF: the response came from a proxy or portal.',
        todo: checkEndpoint,
      },
      notIef: {
        means: 'The host responds, but it is not IEF: it does not recognize this request.',
        todo: 'Operators: the endpoint must be that of IEF in the region of the project, such as https://ief.cn-north-4.myhuaweicloud.com.',
      },
      tooLarge: { means: 'The response is larger than 10 MiB.', todo: checkEndpoint },
      throttled: {
        means: 'The service responds, but accepts no more requests at the moment.',
        todo: waitAndTest,
      },
      serviceDown: {
        means: 'The service was reached, but failed or is unavailable.',
        todo: testLater,
      },

      clockRefused: {
        means:
          'The service does not accept the time at which the request was signed: it may differ by 15 minutes at most.',
        todo: 'Operators: correct the clock of the machine this server runs on, preferably with NTP.',
      },
      tokenMissing: {
        means: 'A token is required.',
        todo: 'Enter an IAM token for this project.',
      },
      tokenMalformed: {
        means: 'The token or the instance ID contains characters that are not allowed.',
        todo: 'Copy it again, complete and without line breaks.',
      },
      tokenExpired: { means: 'The token has expired.', todo: renewToken },
      tokenUnreadable: {
        means:
          'The service cannot read the token: it is incomplete, has expired, or comes from another region.',
        todo: 'Get a new token from IAM in the region of the target, for the project above, and copy all of it.',
      },
      tokenRefused: {
        means:
          'The service does not accept the token. A changed password, changed permissions or a clock that is wrong by minutes also invalidate a token.',
        todo: renewToken,
      },
      tokenOtherProject: {
        means: 'The token is valid, but for another project or region.',
        todo: 'Get a token whose scope is the project above, or enter the project of the token.',
      },
      iamPassword: {
        means:
          'IAM does not accept the user name and password that the server holds. The server does not try again, so that the account is not locked.',
        todo: 'Operators: check account, user name and password of the target, and that MFA is off for this user.',
      },
      keysRefused: {
        means: 'The service does not accept the access keys that the server holds.',
        todo: 'Operators: check that the access key and the secret key match and are active. Temporary keys need their security token.',
      },
      iamUnreachable: {
        means: 'The server could not reach IAM to sign in. No request was sent to IEF.',
        todo: 'Operators: check the IAM endpoint of the region, and that this server can reach it.',
      },
      iamTls: {
        means: 'No trusted TLS connection to IAM could be established. The password was not sent.',
        todo: 'Operators: check the certificate of the IAM endpoint.',
      },
      iamUnusable: {
        means:
          'IAM returned no valid response, so the server could not sign in. No request was sent to IEF.',
        todo: 'Test again in a few minutes. If it still fails, operators: check the IAM endpoint.',
      },
      forbidden: {
        means: 'Sign-in succeeded, but this user has no permission for IEF in this project.',
        todo: 'Ask the administrator of the account for IEF permissions in this region, such as IEF FullAccess, then get a new token.',
      },
      projectUnknown: {
        means: 'The service does not know this project.',
        todo: 'Compare the project ID with “My Credentials” in the console. Each region has its own project ID.',
      },
      projectFixed: {
        means: 'This target is bound to another project or instance.',
        todo: 'Reload the page: it then uses the project of the target.',
      },
      instanceUnknown: {
        means: 'The service does not accept this instance ID for the project.',
        todo: 'Compare the instance ID with the console, or choose the professional edition.',
      },
      refusedOtherwise: {
        means:
          'The service refused the request for a reason this page does not know. Its message is shown below.',
        todo: 'If the message does not help, contact the support of the service and give them the request ID.',
      },
    },
  },
  mockFault: {
    refuse: { label: 'Connection refused', effect: 'Nothing is sent. Nothing is created.' },
    'reset-before': {
      label: 'Reset before sending',
      effect: 'The connection breaks before anything is sent. Nothing is created.',
    },
    'reset-during': {
      label: 'Reset while sending',
      effect:
        'The connection breaks in the middle of the request. Nothing is created, but the page cannot know that.',
    },
    'reset-after': {
      label: 'Reset after creating',
      effect: 'The deployment is created, then the connection breaks before the response.',
    },
    'lost-answer': {
      label: 'Lost response',
      effect: 'The deployment is created, then the connection is closed without a response.',
    },
    cut: {
      label: 'Incomplete response',
      effect: 'The deployment is created, and the response ends in the middle.',
    },
    slow: {
      label: 'Slow response',
      effect: 'The deployment is created. The response is delayed by a few seconds.',
    },
    hang: {
      label: 'No response',
      effect: 'Nothing is created, and no response arrives until the server stops waiting.',
    },
    html: {
      label: 'Maintenance page',
      effect: 'The response is a web page with status 200. Nothing is created.',
    },
    'late-create': {
      label: 'Created late',
      effect: 'The response is 504, and the deployment appears a few seconds later.',
    },
    'slow-pull': {
      label: 'Slow image pull',
      effect:
        'The deployment is created. Its instances wait a long time for their image and appear as failed for a while.',
    },
    'pull-failed': {
      label: 'Image not found',
      effect: 'The deployment is created. Its instances never find their image.',
    },
    'crash-loop': {
      label: 'Crash loop',
      effect: 'The deployment is created. Its containers exit and are restarted again and again.',
    },
    'token-expires': {
      label: 'Token expires',
      effect: 'The deployment is created. After that, the token is no longer accepted.',
    },
    unauthorized: {
      label: 'Token refused (401)',
      effect: 'The gateway refuses the token. Nothing is created.',
    },
    forbidden: {
      label: 'No permission (403)',
      effect: 'The user has no permission to create. Nothing is created.',
    },
    conflict: {
      label: 'Conflict (409)',
      effect: 'The response says that another request is changing the record. Nothing is created.',
    },
    quota: {
      label: 'Quota used up (403)',
      effect: 'The quota of deployments is used up. Nothing is created.',
    },
    throttle: {
      label: 'Too many requests (429)',
      effect: 'Requests are refused for 5 seconds. Nothing is created.',
    },
    'error-500': {
      label: 'Internal error (500)',
      effect:
        'The response reports a database error. Nothing is created, but the page cannot know that.',
    },
    'bad-gateway': {
      label: 'Bad gateway (502)',
      effect:
        'The response says that the backend is down. Nothing is created, but the page cannot know that.',
    },
    unavailable: {
      label: 'Unavailable (503)',
      effect:
        'The response says that the service is busy. Nothing is created, but the page cannot know that.',
    },
    'gateway-timeout': {
      label: 'Gateway timeout (504)',
      effect: 'The gateway stops waiting. Nothing is created, but the page cannot know that.',
    },
  },
  paste: {
    remove: 'Remove {{list}}.',
    useLowerCase: 'Use lowercase letters.',
    parts: {
      character: '{{character}}',
      outerSpaces: 'the spaces at both ends',
      leadingSpace: 'the leading space',
      trailingSpace: 'the trailing space',
      name: 'the name “{{name}}”',
      quotes: 'the quotes',
      trailingComma: 'the punctuation at the end',
      innerSpaces: 'the spaces in the middle',
      hyphens: 'the hyphens',
    },
  },
} as const;
