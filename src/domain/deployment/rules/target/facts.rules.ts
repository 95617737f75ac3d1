import { getIn } from '#src/json/get-in.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import type { Facts, Generation } from '#src/domain/core/context.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { allAmounts, requestedAt, npuAmountsOf } from '../base/amounts.ts';
import { architecturesIn, runsOn } from '#src/domain/deployment/values/image-architecture.ts';
import { containersOfBody, inContainers, isNodeMode } from '../base/body-parts.ts';
import { isFilled } from '../base/read.ts';

type Node = NonNullable<Facts['nodes']>[number];

/** The edge node that the body names, if it is known. */
function chosenNode(body: unknown, facts: Facts | undefined): Node | undefined {
  if (!isNodeMode(body)) return undefined;
  const id = getIn(body, ['node_ids', 0]);
  return facts?.nodes?.find((node) => node.id === id);
}

const devices = allAmounts.filter((amount) => amount !== 'cpu' && amount !== 'memory');
const devicePatterns = devices.flatMap((amount) =>
  inContainers(`resources.limits.${amount}`, `resources.requests.${amount}`),
);

/** R28. Inferred from the fields of node records. Checks a single node only, because the nodes of a group are not known. */
export const nodeHasDevices: BodyRule = {
  id: 'R28',
  title: {
    en: 'GPUs and NPUs are requested only on nodes that have them, and the NPU type matches.',
    zh: 'GPU 和 NPU 只能在具备相应硬件的边缘节点上使用，且类型一致。',
  },
  source: 'API Explorer',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['node_ids', ...inContainers('npu_type'), ...devicePatterns],
  blames: [...inContainers('npu_type'), ...devicePatterns],
  check(body, { facts, generation }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const node = chosenNode(body, facts);
    if (!node) return findings;
    for (const { path, container } of containersOfBody(body)) {
      for (const finding of deviceFindings(container, node, generation)) {
        findings.push({ ...finding, path: [...path, ...finding.path] });
      }
    }
    return findings;
  },
};

function deviceFindings(
  container: unknown,
  node: Node,
  generation: Generation | undefined,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const gpu = requestedAt(container, 'gpu');
  if (gpu && node.enableGpu === false) findings.push({ path: gpu, message: lacking(node, 'GPU') });

  for (const chip of npuAmountsOf(generation)) {
    const asked = requestedAt(container, chip);
    if (!asked) continue;
    if (node.enableNpu === false) {
      findings.push({ path: asked, message: lacking(node, 'NPU') });
      continue;
    }
    const named = getIn(container, ['npu_type']);
    // According to the API page, an empty type means D310.
    const wanted = chip !== 'npu' ? chip : isFilled(named) ? named : 'D310';
    if (!isFilled(node.npuType) || node.npuType === wanted) continue;
    findings.push({
      path: chip === 'npu' ? ['npu_type'] : asked,
      message: {
        en: `The container requests NPU type ${shown(wanted)}, but edge node “${shown(node.name)}” has ${shown(node.npuType)}. Change the type, or choose another node.`,
        zh: `容器要求的 NPU 类型为 ${shown(wanted)}，而边缘节点“${shown(node.name)}”为 ${shown(node.npuType)}。请更改类型，或选择其他边缘节点。`,
      },
    });
  }
  return findings;
}

function lacking(node: Node, device: 'GPU' | 'NPU'): Text {
  return {
    en: `${device} is not enabled on edge node “${shown(node.name)}”. Remove the amount, or choose another node.`,
    zh: `边缘节点“${shown(node.name)}”未启用 ${device}。请删除该资源量，或选择其他边缘节点。`,
  };
}

/** R30. Inferred; the vendor documents no error for it. */
export const deploymentNameOnce: BodyRule = {
  id: 'R30',
  title: {
    en: 'Deployment names are unique in a project.',
    zh: '应用部署名称在项目内不重复。',
  },
  source: 'table 3',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['name'],
  blames: ['name'],
  check(body, { facts }): readonly RuleFinding[] {
    const name = getIn(body, ['name']);
    if (!isFilled(name) || !facts?.deploymentNames?.includes(name)) return [];
    return [
      {
        path: ['name'],
        message: {
          en: `A deployment named “${shown(name)}” already exists. Choose another name.`,
          zh: `已存在名为“${shown(name)}”的应用部署。请换一个名称。`,
        },
      },
    ];
  },
};

/**
 * R36. From the constraints in the user manual; the service does not check it. The architecture is derived only from the
 * image reference, without a registry. Images and nodes of unknown architecture are skipped.
 */
export const imageFitsNode: BodyRule = {
  id: 'R36',
  title: {
    en: 'The image matches the architecture of the edge node.',
    zh: '容器镜像的架构与边缘节点的架构一致。',
  },
  source: 'user manual',
  basis: 'stated',
  severity: 'warning',
  scope: 'body',
  reads: ['node_ids', ...inContainers('image_url')],
  blames: inContainers('image_url'),
  check(body, { facts }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const node = chosenNode(body, facts);
    if (!isFilled(node?.arch)) return findings;
    for (const { path, container } of containersOfBody(body)) {
      const image = getIn(container, ['image_url']);
      const built = isFilled(image) ? architecturesIn(image) : [];
      if (built.length === 0 || built.some((name) => runsOn(node.arch ?? '', name))) continue;
      const list = shown(built.join(', '));
      findings.push({
        path: [...path, 'image_url'],
        message: {
          en: `The image is built for ${list}, but edge node “${shown(node.name)}” is ${shown(node.arch)}. Choose another image or another node.`,
          zh: `镜像架构为 ${list}，而边缘节点“${shown(node.name)}”的架构为 ${shown(node.arch)}。请更换镜像，或选择其他边缘节点。`,
        },
      });
    }
    return findings;
  },
};
