import { getIn } from '#src/json/get-in.ts';
import { isJsonObject } from '#src/json/value.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { inContainers } from '../base/body-parts.ts';
import { isPresent } from '../base/read.ts';

const probes = ['readiness_probe', 'liveness_probe'] as const;

/** R23. If both are set, reports exec, because it is second on the API page. */
export const oneProbeKind: ContainerRule = {
  id: 'R23',
  title: { en: 'A probe has either http_get or exec.', zh: '探针的 http_get 与 exec 二选一。' },
  source: 'table 8',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: probes.flatMap((probe) => inContainers(`${probe}.http_get`, `${probe}.exec`)),
  blames: probes.flatMap((probe) => inContainers(probe, `${probe}.exec`)),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const key of probes) {
      const probe = getIn(container, [key]);
      if (!isJsonObject(probe)) continue;
      const request = isPresent(getIn(probe, ['http_get']));
      const command = isPresent(getIn(probe, ['exec']));
      if (!request && !command) {
        findings.push({
          path: [key],
          kind: 'missing',
          message: {
            en: 'The probe has no check. Set an HTTP request or a command, or remove the probe.',
            zh: '探针没有检查方式。请设置 HTTP 请求检查或执行命令检查，或删除探针。',
          },
        });
      }
      if (request && command) {
        findings.push({
          path: [key, 'exec'],
          message: {
            en: 'The probe has both an HTTP request and a command. Keep only one.',
            zh: '探针同时设置了 HTTP 请求检查和执行命令检查。请只保留其中一个。',
          },
        });
      }
    }
    return findings;
  },
};
