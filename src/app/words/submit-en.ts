/** English words of the submit form and of the outcome, which load with them. */
export const submitEn = {
  submit: {
    create: 'Create',
    kind: { mock: 'mock', live: 'live' },
    edition: { professional: 'professional', platinum: 'platinum' },
    place: {
      professional: '{{label}} ({{kind}}), project {{project}}, professional edition',
      platinum: '{{label}} ({{kind}}), project {{project}}, platinum edition',
      instance:
        '{{label}} ({{kind}}), project {{project}}, platinum edition, instance {{instance}}',
    },
    placeInRegion: {
      professional:
        '{{label}} ({{kind}}), region {{region}}, project {{project}}, professional edition',
      platinum: '{{label}} ({{kind}}), region {{region}}, project {{project}}, platinum edition',
      instance:
        '{{label}} ({{kind}}), region {{region}}, project {{project}}, platinum edition, instance {{instance}}',
    },
    projectEnd: 'project …{{end}}',
    button: 'Create on {{label}} ({{place}})',
    elapsed: '{{seconds}} s',
    stopWaiting: 'Stop waiting',
    stopHelp:
      'The service may still create the deployment. If you stop waiting, the page checks whether it did.',
    wait: 'You can submit again in {{seconds}} s.',
    createAnyway_one: 'Create anyway ({{count}} problem)',
    createAnyway_other: 'Create anyway ({{count}} problems)',
    missing: {
      token: 'This target needs a token.',
      project: 'The project ID must be 32 hexadecimal digits.',
      instance: 'The platinum edition needs an instance ID.',
    },
    asking: 'Sign in to continue this attempt.',
    nothingSent: 'Nothing was sent, and nothing will be sent later.',
    offline: 'This device is offline.',
    elsewhere: 'Another tab is submitting this document.',
    unrecordable: 'This browser could not save a record of the attempt: {{reason}}',
    unrecordableHelp:
      'Nothing was sent. Without a record, reloading the page would lose track of the attempt.',
    sendAnyway: 'Send anyway',
    unrecorded: 'Only this page knows about this attempt. Keep it open until the outcome is known.',
    already: 'Exactly this document was already created as “{{name}}”.',
    alreadyUnclear:
      'Exactly this document was already created as “{{name}}”. The page could not check whether it still exists.',
    conflictOpen: 'The outcome of another attempt to create “{{name}}” is not known yet.',
    sentAt: 'Sent at',
    sentTo: 'Sent to',
    sentElsewhere:
      'Another tab is working on the submission of “{{name}}”. The outcome will appear here.',
    found:
      'The service did not return a usable response. The page found the deployment in the list.',
    unchanged: 'The document has not changed since.',
    deleted: 'Deployment {{name}} was created and has since been deleted.',
    deletionSeenAt: 'Deletion detected at',
    last: 'Last submission',
    details: 'Details',
    another: 'Create another',
    checking: 'Checking whether it exists…',
    watch: {
      checking: 'Checking every few seconds.',
      ready: 'It is running.',
      gone: 'It no longer exists.',
      needsSignIn: 'Sign in to see its current state.',
      refused: 'You do not have permission to view its state.',
      stopped: 'Stopped checking.',
      again: 'Check again',
      checkedAt: 'Last checked at {{time}}.',
      asCreated: 'This is the state at creation.',
      failed: 'The last check failed: {{reason}}',
    },
    answeredId: 'ID in the response',
    mismatch: {
      name: 'Name',
      target: 'Node or group',
      project: 'Project',
      pair: '{{answered}} (sent: {{sent}})',
    },
    id: 'ID',
    state: 'State',
    ready: '{{ready}} of {{replicas}} instances ready',
    createdAt: 'Created at',
    cause: 'Likely cause:',
    toDo: 'What to do:',
    code: 'Code',
    message: 'Message',
    status: 'HTTP status',
    toField: 'Go to the field',
    toPlace: 'Go to {{place}}',
    unknownHelp:
      'The page looks up “{{name}}” where it was sent. It never resends a request automatically.',
    unknownAway:
      'It was sent to {{place}}. The connection has changed since. The page looks up “{{name}}” where it was sent. It never resends a request automatically.',
    away: 'It was sent to {{place}}. The connection has changed since.',
    polls_one: 'Checked {{count}} time: it is not in the list yet.',
    polls_other: 'Checked {{count}} times: it is not in the list yet.',
    polling: 'Checking…',
    nextPoll: 'Next check in {{seconds}} s.',
    pollFailed: 'The list could not be read: {{reason}}',
    incompleteList:
      'The list could not be read to the end: it has too many pages, or the service repeated one. The deployment may exist even if it is not in the part that was read.',
    needsSignIn: 'Sign in to continue checking.',
    needsTokenAway:
      'To continue checking, enter a token for {{label}} or connect to it again. A token for another connection is never sent there.',
    tokenFor: 'Enter a token for {{label}}',
    signIn: 'Sign in',
    pollingStopped: 'Stopped checking.',
    pollNow: 'Check now',
    pollAgain: 'Check again',
    stopPolling: 'Stop checking',
    candidates: {
      matches_one: 'Created after sending, with the same content:',
      matches_other: 'Created after sending, with the same content:',
      undated_one: 'With the same content, creation time unknown:',
      undated_other: 'With the same content, creation time unknown:',
      others_one: 'Created after sending, with different content:',
      others_other: 'Created after sending, with different content:',
      earlier_one: 'Existed before sending:',
      earlier_other: 'Existed before sending:',
    },
    notFoundHelp:
      'It did not appear in the list for one minute. You can submit again as a new attempt.',
    notFoundMismatch:
      'The service responded with another deployment, and this one did not appear in the list for one minute. You can submit again as a new attempt.',
    notFoundOthers:
      'It did not appear in the list for one minute, but a deployment with the same name and different content did. Check that one before you submit again.',
    ambiguousHelp:
      'Compare the creation times and IDs. The page never resends a request automatically.',
    markAsChecked: 'Mark as checked',
    asNew: 'Submit as a new deployment',
    asNewThere:
      '“{{name}}” exists. Submitting again creates a second deployment, or is rejected because the name is taken.',
    asNewMaybe: '“{{name}}” may already exist. Submitting again may create a second deployment.',
    raw: {
      title: 'Request and response',
      request: 'Request',
      answer: 'Response',
      copyRequest: 'Copy request',
      copyAnswer: 'Copy response',
      copied: 'Copied to the clipboard.',
      selected:
        'The browser refused access to the clipboard. The text is selected: copy it manually.',
      noAnswer: 'No response was received.',
      partOf:
        'From the saved record of the attempt: the key and the body as they were sent. Other headers are not recorded.',
      cut_one: '{{count}} more character is not shown here. Copy includes the full text.',
      cut_other: '{{count}} more characters are not shown here. Copy includes the full text.',
      notKept: 'The full response was not saved. If there was one, a summary is shown above.',
    },
  },
} as const;
