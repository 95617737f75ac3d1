import { getIn } from '#src/json/get-in.ts';
import {
  nameCharacter,
  plainCharacter,
  plainText,
  shown,
} from '#src/domain/core/characters/characters.ts';
import type { Complaint } from '#src/domain/core/issue.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled, objectsIn } from '../base/read.ts';
import { findingOf } from '../base/findings.ts';

/**
 * R45. Kubernetes rejects `..`, and a volume at the root hides the image. R31 covers identical paths.
 */
export const pathsCanMount: ContainerRule = {
  id: 'R45',
  title: {
    en: 'Volume paths contain no .. and no control characters, and no two volumes share a mount point.',
    zh: '卷的路径不含 .. 和控制字符，且挂载路径不指向同一位置。',
  },
  source: 'Kubernetes',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: inContainers('volumes[].type', 'volumes[].source', 'volumes[].destination'),
  blames: inContainers('volumes[].source', 'volumes[].destination'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const places = new Map<string, { readonly row: number; readonly text: string }>();
    for (const [index, volume] of objectsIn(getIn(container, ['volumes']))) {
      const source = getIn(volume, ['source']);
      if (getIn(volume, ['type']) === 'hostPath' && isFilled(source) && hasParent(source))
        findings.push(findingOf(['volumes', index, 'source'], parentProblem(source)));
      const text = getIn(volume, ['destination']);
      if (!isFilled(text) || !text.startsWith('/')) continue;
      const place = PLAIN.test(text) ? text : normalized(text);
      const first = places.get(place);
      if (first === undefined) places.set(place, { row: index + 1, text });
      const problem = destinationProblem(text, place) ?? sharedProblem(text, first);
      if (problem) findings.push(findingOf(['volumes', index, 'destination'], problem));
    }
    return findings;
  },
};

function hasParent(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** Removes double slashes, `.` segments, and trailing slashes. */
function normalized(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return `/${segments.join('/')}`;
}

/** Resolves each `..`; the parent of the root is the root. */
function resolved(path: string): string {
  const segments: string[] = [];
  for (const segment of normalized(path).split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

function parentProblem(path: string): Complaint {
  const meant = resolved(path);
  const problem = {
    en: `“${shown(path)}” contains “..”, which Kubernetes rejects. If you mean ${shown(meant)}, enter that path.`,
    zh: `“${shown(path)}”包含“..”，Kubernetes 不允许。如果指的是 ${shown(meant)}，请直接填写。`,
  };
  return meant === '/' ? problem : { ...problem, suggestion: meant };
}

/** Plain absolute paths, which need no further checks. Segments cannot start with a dot, which excludes `..`. */
const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

function destinationProblem(text: string, place: string): Complaint | undefined {
  if (PLAIN.test(text)) return undefined;
  const odd = Array.from(text).find(
    (one) => one !== ' ' && (plainCharacter(one) !== undefined || /[\s\p{C}]/u.test(one)),
  );
  const trimmed = plainText(text).trim();
  if (odd !== undefined || trimmed !== text) {
    const name = nameCharacter(odd ?? ' ');
    const isClean = !/[\t\n\r\p{C}]/u.test(trimmed) && trimmed.startsWith('/');
    const reason = { en: `The path contains ${name.en}.`, zh: `挂载路径包含 ${name.zh}。` };
    return isClean
      ? {
          en: `${reason.en} Use ${shown(trimmed)}.`,
          zh: `${reason.zh}请填写 ${shown(trimmed)}。`,
          suggestion: trimmed,
        }
      : { en: `${reason.en} Remove it.`, zh: `${reason.zh}请删除。` };
  }
  if (hasParent(text)) return parentProblem(text);
  if (place === '/') {
    return {
      en: 'A volume mounted at / hides the entire file system of the image. Mount it in a subfolder such as /data.',
      zh: '挂载到 / 会覆盖镜像的整个文件系统，请挂载到子目录，例如 /data。',
    };
  }
  return text.includes(':')
    ? {
        en: 'Kubernetes rejects mount paths that contain a colon. Use another path.',
        zh: 'Kubernetes 不允许挂载路径包含冒号，请使用其他路径。',
      }
    : undefined;
}

function sharedProblem(
  text: string,
  first: { readonly row: number; readonly text: string } | undefined,
): Complaint | undefined {
  if (first === undefined || first.text === text) return undefined;
  return {
    en: `“${shown(text)}” is the same location as “${shown(first.text)}” of volume ${first.row}. Choose another path.`,
    zh: `“${shown(text)}”与第 ${first.row} 个卷的“${shown(first.text)}”是同一位置，请更换路径。`,
  };
}
