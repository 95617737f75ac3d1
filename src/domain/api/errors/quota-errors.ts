import { words } from './error-words.ts';

/** True if an error message mentions a quota. The API page documents no code for it. */
export function pointsToQuota({ message }: { message: string }): boolean {
  return /quota|配额/i.test(message);
}

/** The explanation of a quota that is used up. */
export const quotaWords = words(
  ['A quota of the project is used up.', '项目的配额已用完。'],
  [
    'The project has as many deployments, or other resources, as its quota allows.',
    '项目中的应用部署或其他资源的数量已达到配额。',
  ],
  [
    'Nothing was done. Delete what is not needed, or request a larger quota, then submit again. The list of deployments shows the quotas.',
    '没有执行任何操作。请删除不再需要的资源或申请提高配额，然后重新提交。应用部署列表页显示配额。',
  ],
);
