import type { Text } from '#src/domain/core/text.ts';

/** What is looked at on the way to the service, in the order a request meets it. */
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

/** One part of the way. */
export type Stage = (typeof stages)[number];

/** The names of the parts, as they head their lines. */
export const stageNames: Readonly<Record<Stage, Text>> = {
  server: { en: 'Server of this page', zh: '本页面的服务器' },
  host: { en: 'Host and network', zh: '主机和网络' },
  tls: { en: 'TLS and certificate', zh: 'TLS 和证书' },
  service: { en: 'Answer of the service', zh: '服务的响应' },
  clock: { en: 'Clock', zh: '时钟' },
  signIn: { en: 'Sign-in', zh: '认证' },
  permission: { en: 'Permission', zh: '权限' },
  project: { en: 'Project and instance', zh: '项目和实例' },
};

/** Where a connection fails, what that means and what to do about it. */
export interface Finding {
  readonly stage: Stage;
  readonly means: Text;
  readonly todo: Text;
}
