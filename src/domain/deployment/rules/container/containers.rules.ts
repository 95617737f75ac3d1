import { shown } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { BodyRule, ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { containersOfBody, inContainers, type PlacedContainer } from '../base/body-parts.ts';
import { isFilled, isPresent, objectsIn, repeats } from '../base/read.ts';

/** R31. Inferred from Kubernetes. Compares exact text and reports the later duplicate; init containers come last. */
export const namesOnce: BodyRule = {
  id: 'R31',
  title: {
    en: 'Container names are unique in the deployment; volume names and mount paths are unique in a container.',
    zh: '容器名称在应用部署内不重复，卷名称和挂载路径在容器内不重复。',
  },
  source: 'Kubernetes',
  basis: 'inferred',
  severity: 'error',
  scope: 'body',
  reads: inContainers('name', 'volumes[].name', 'volumes[].destination'),
  blames: inContainers('name', 'volumes[].name', 'volumes[].destination'),
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const containers = [...containersOfBody(body)];
    for (const finding of repeatedContainers(containers)) findings.push(finding);
    for (const placed of containers)
      for (const finding of repeatedVolumes(placed)) findings.push(finding);
    return findings;
  },
};

function repeatedContainers(containers: readonly PlacedContainer[]): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const nameOf = ({ container }: PlacedContainer) => textAt(container, 'name');
  for (const [first, later] of repeats(containers, nameOf)) {
    const owner = first.list === 'containers' ? 'container' : 'init container';
    const ownerZh = first.list === 'containers' ? '容器' : ' init 容器';
    const name = shown(nameOf(later) ?? '');
    findings.push({
      path: [...later.path, 'name'],
      message: {
        en: `“${name}” is already the name of ${owner} ${first.index + 1}. Choose another name.`,
        zh: `“${name}”与第 ${first.index + 1} 个${ownerZh}的名称重复。请换一个名称。`,
      },
    });
  }
  return findings;
}

function repeatedVolumes({ container, path }: PlacedContainer): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const key of ['name', 'destination'] as const) {
    const textOf = ([, volume]: readonly [number, unknown]) => textAt(volume, key);
    for (const [first, later] of repeats(objectsIn(getIn(container, ['volumes'])), textOf)) {
      const text = shown(textOf(later) ?? '');
      const row = first[0] + 1;
      findings.push({
        path: [...path, 'volumes', later[0], key],
        message:
          key === 'name'
            ? {
                en: `“${text}” is already the name of volume ${row}. Choose another name.`,
                zh: `“${text}”与第 ${row} 个卷的名称重复。请换一个名称。`,
              }
            : {
                en: `Volume ${row} is already mounted at “${text}”. Choose another path.`,
                zh: `“${text}”已被第 ${row} 个卷用作挂载路径。请换一个路径。`,
              },
      });
    }
  }
  return findings;
}

function textAt(value: unknown, key: string): string | undefined {
  const text = getIn(value, [key]);
  return isFilled(text) ? text : undefined;
}

const partsWithoutEffect = ['readiness_probe', 'liveness_probe', 'ports'] as const;

/** R32. Inferred from Kubernetes: an init container ends before the others start. The API page does not forbid it. */
export const initRunsToEnd: ContainerRule = {
  id: 'R32',
  title: {
    en: 'Probes and port mappings have no effect in init containers.',
    zh: '探针和端口映射在 init 容器中不生效。',
  },
  source: 'Kubernetes',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: partsWithoutEffect.map((part) => `deployment.template.init_containers[].${part}`),
  blames: partsWithoutEffect.map((part) => `deployment.template.init_containers[].${part}`),
  check(container, _context, list): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    if (list !== 'init_containers') return findings;
    for (const part of partsWithoutEffect) {
      const value = getIn(container, [part]);
      const isPorts = part === 'ports';
      if (!isPresent(value)) continue;
      if (isPorts && asList(value).length === 0) continue;
      findings.push({
        path: [part],
        message: {
          en: `An init container ends before the other containers start, so its ${isPorts ? 'port mappings have' : 'probe has'} no effect. Remove ${isPorts ? 'them' : 'it'}.`,
          zh: `init 容器在其他容器启动前运行结束，${isPorts ? '端口映射' : '探针'}不生效。请删除。`,
        },
      });
    }
    return findings;
  },
};

/** Limit for all strings of one list together (table 6). */
const MAX_CHARACTERS = 65_536;

/**
 * R33. The page counts 字符, taken as Unicode code points, so an emoji counts as one. The page does not say whether
 * separators count; here they do not.
 */
export const commandLength: ContainerRule = {
  id: 'R33',
  title: {
    en: 'The arguments contain at most 65536 characters in total, and so does the command.',
    zh: '启动参数和启动命令各自的字符总长度最大为 65536。',
  },
  source: 'table 6',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('args', 'command'),
  blames: inContainers('args', 'command'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const key of ['args', 'command'] as const) {
      const texts = asList(getIn(container, [key]));
      if (unitsIn(texts) <= MAX_CHARACTERS) continue;
      const total = characters(texts);
      if (total <= MAX_CHARACTERS) continue;
      const [en, zh] =
        key === 'args' ? ['arguments have', '启动参数'] : ['command has', '启动命令'];
      findings.push({
        path: [key],
        message: {
          en: `The ${en} ${total} characters in total, but at most ${MAX_CHARACTERS} are allowed. Remove ${total - MAX_CHARACTERS}.`,
          zh: `${zh}总长度为 ${total} 个字符，最大为 ${MAX_CHARACTERS}。请减少 ${total - MAX_CHARACTERS} 个字符。`,
        },
      });
    }
    return findings;
  },
};

/** Code units of all strings together: a cheap upper bound for the number of code points. */
function unitsIn(strings: readonly unknown[]): number {
  let total = 0;
  for (const text of strings) if (typeof text === 'string') total += text.length;
  return total;
}

/** Code points of all strings together, as `[...text].length` counts them, but without allocating. */
function characters(strings: readonly unknown[]): number {
  let total = 0;
  for (const text of strings) {
    if (typeof text !== 'string') continue;
    total += text.length;
    for (let unit = 0; unit < text.length; unit++) {
      if ((text.codePointAt(unit) ?? 0) <= 0xffff) continue;
      total--;
      unit++;
    }
  }
  return total;
}
