import type { PreflightResult } from './preflight-result.ts';

/** The quota of deployments, and how many the project has. */
export interface DeploymentQuota {
  readonly used: number;
  readonly quota: number;
}

/** Whether the quota allows one more deployment. */
export function quotaResult({ used, quota }: DeploymentQuota): PreflightResult {
  const left = Math.max(0, quota - used);
  return {
    check: 'quota',
    state: left > 0 ? 'passed' : 'warning',
    message:
      left > 0
        ? {
            en: `The quota allows ${left} more ${left === 1 ? 'deployment' : 'deployments'}.`,
            zh: `配额还可创建 ${left} 个应用部署。`,
          }
        : {
            en: 'The quota of deployments is used up. Delete one, or request a higher quota.',
            zh: '应用部署配额已用完。请删除不再使用的应用部署，或申请提高配额。',
          },
    path: [],
    evidence: [`used = ${used}`, `quota = ${quota}`],
  };
}
