import { getIn } from '#src/json/get-in.ts';
import { nameCharacter, shown } from '#src/domain/core/characters/characters.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled, isPresent, objectsIn } from '../base/read.ts';

/** The API page says "backslash" but means slash, so both are allowed, and so is a single `/`. */
const HOST_PATH = /^\/[A-Za-z0-9_./\\-]*$/;

/** R20. The names of secrets and configmaps are not checked here. */
export const sourceFitsType: ContainerRule = {
  id: 'R20',
  title: {
    en: 'The source of a volume matches its type: a path for hostPath, disk or memory for emptyDir.',
    zh: '卷来源与卷的类型一致：hostPath 为路径，emptyDir 为 disk 或 memory。',
  },
  source: 'table 7',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('volumes[].type', 'volumes[].source'),
  blames: inContainers('volumes[].source'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, volume] of objectsIn(getIn(container, ['volumes']))) {
      const source = getIn(volume, ['source']);
      if (!isFilled(source)) continue;
      const message = misfit(getIn(volume, ['type']), source);
      if (message) findings.push({ path: ['volumes', index, 'source'], message });
    }
    return findings;
  },
};

function misfit(type: unknown, source: string): Text | undefined {
  if (type === 'hostPath' && !HOST_PATH.test(source)) {
    const odd = Array.from(source).find((one) => !/[A-Za-z0-9_./\\-]/.test(one));
    const name = odd === undefined ? undefined : nameCharacter(odd);
    return {
      en: `“${shown(source)}” is not a valid host path${name === undefined ? '' : `: it contains ${name.en}`}. Start with / and use only letters, digits, slashes, backslashes, hyphens, underscores, and periods.`,
      zh: `“${shown(source)}”不是有效的主机路径${name === undefined ? '' : `，其中包含 ${name.zh}`}。请以 / 开头，且只包含字母、数字、斜杠、反斜杠、中划线、下划线和点号。`,
    };
  }
  if (type === 'emptyDir' && source !== 'disk' && source !== 'memory') {
    return {
      en: `The source of an emptyDir volume is disk or memory, not “${shown(source)}”.`,
      zh: `emptyDir 类型的卷来源只能为 disk 或 memory，不能为“${shown(source)}”。`,
    };
  }
  return undefined;
}

/** R21. A missing read_only does not count as false. */
export const referencesAreReadOnly: ContainerRule = {
  id: 'R21',
  title: {
    en: 'Volumes of type configMap and secret are read-only.',
    zh: 'configMap 和 secret 类型的卷只支持读权限。',
  },
  source: 'table 7',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('volumes[].type', 'volumes[].read_only'),
  blames: inContainers('volumes[].read_only'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, volume] of objectsIn(getIn(container, ['volumes']))) {
      const type = getIn(volume, ['type']);
      if (type !== 'configMap' && type !== 'secret') continue;
      if (getIn(volume, ['read_only']) !== false) continue;
      findings.push({
        path: ['volumes', index, 'read_only'],
        message: {
          en: `A ${type} volume cannot be writable. Make it read-only.`,
          zh: `${type} 类型的卷只支持读权限。请设为只读。`,
        },
      });
    }
    return findings;
  },
};

/** R22. Only on newer pages. The field check reports unknown types. */
export const modeNeedsReference: ContainerRule = {
  id: 'R22',
  title: {
    en: 'Only configMap and secret volumes have a default mode.',
    zh: '默认权限只用于 configMap 和 secret 类型的卷。',
  },
  source: 'API Explorer',
  basis: 'stated',
  severity: 'error',
  generation: '2025',
  scope: 'container',
  reads: inContainers('volumes[].type', 'volumes[].default_mode'),
  blames: inContainers('volumes[].default_mode'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, volume] of objectsIn(getIn(container, ['volumes']))) {
      const type = getIn(volume, ['type']);
      if (type !== 'emptyDir' && type !== 'hostPath') continue;
      if (!isPresent(getIn(volume, ['default_mode']))) continue;
      findings.push({
        path: ['volumes', index, 'default_mode'],
        message: {
          en: `A volume of type ${type} has no default mode. Remove it.`,
          zh: `${type} 类型的卷不支持默认权限。请删除默认权限。`,
        },
      });
    }
    return findings;
  },
};
