/** The stages that a test checks, in the order in which a request passes them. */
export const stages = [
  'server',
  'host',
  'tls',
  'service',
  'clock',
  'signIn',
  'permission',
  'project',
] as const;

export type Stage = (typeof stages)[number];
