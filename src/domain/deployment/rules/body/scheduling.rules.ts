import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { config, configsPath, containersOfBody } from '../base/body-parts.ts';
import { isPresent } from '../base/read.ts';

/** R13. A warning, because vendor examples have both. R32 covers the ports of init containers. */
export const portsNeedMapping: BodyRule = {
  id: 'R13',
  title: {
    en: 'Port mappings take effect only when the host network is off.',
    zh: '端口映射只在不启用主机网络时生效。',
  },
  source: 'table 16',
  basis: 'stated',
  severity: 'warning',
  scope: 'body',
  reads: ['deployment.template.configs.host_network', 'deployment.template.containers[].ports'],
  blames: ['deployment.template.containers[].ports'],
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    if (config(body, 'host_network') !== true) return findings;
    for (const { list, path, container } of containersOfBody(body)) {
      if (list !== 'containers' || asList(getIn(container, ['ports'])).length === 0) continue;
      findings.push({
        path: [...path, 'ports'],
        message: {
          en: 'Port mappings have no effect while the host network is on. Remove them, or turn the host network off.',
          zh: '启用主机网络时端口映射不生效。请删除端口映射，或关闭主机网络。',
        },
      });
    }
    return findings;
  },
};

/** R34. Only on newer pages. A missing host_network counts as false. */
export const dnsFitsNetwork: BodyRule = {
  id: 'R34',
  title: {
    en: 'ClusterFirst is for port mapping, ClusterFirstWithHostNet for the host network.',
    zh: 'ClusterFirst 用于端口映射，ClusterFirstWithHostNet 用于主机网络。',
  },
  source: 'API Explorer',
  basis: 'stated',
  severity: 'error',
  generation: '2025',
  scope: 'body',
  reads: ['deployment.template.configs.dns_policy', 'deployment.template.configs.host_network'],
  blames: ['deployment.template.configs.dns_policy'],
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const policy = config(body, 'dns_policy');
    const network = config(body, 'host_network');
    const path = [...configsPath, 'dns_policy'];
    if (network === true && policy === 'ClusterFirst') {
      findings.push({
        path,
        message: {
          en: 'ClusterFirst cannot be used with the host network. Use ClusterFirstWithHostNet or Default.',
          zh: '启用主机网络时不支持 ClusterFirst。请使用 ClusterFirstWithHostNet 或 Default。',
        },
      });
    }
    if ((network === false || !isPresent(network)) && policy === 'ClusterFirstWithHostNet') {
      findings.push({
        path,
        message: {
          en: 'ClusterFirstWithHostNet needs the host network, which is off. Use ClusterFirst or Default.',
          zh: 'ClusterFirstWithHostNet 需要启用主机网络，当前未启用。请使用 ClusterFirst 或 Default。',
        },
      });
    }
    return findings;
  },
};
