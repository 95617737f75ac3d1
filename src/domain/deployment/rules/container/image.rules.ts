import { getIn } from '#src/json/get-in.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { imageProblem } from '#src/domain/deployment/values/image-reference.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled } from '../base/read.ts';
import { findingOf } from '../base/findings.ts';

/** R40. The grammar of image references. The API page does not mention it, but nodes cannot pull an invalid reference. */
export const imageIsReference: ContainerRule = {
  id: 'R40',
  title: {
    en: 'The image is a valid image reference: registry, name, tag, and digest.',
    zh: '容器镜像为有效的镜像地址：仓库、名称、标签和摘要。',
  },
  source: 'image reference grammar',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: inContainers('image_url'),
  blames: inContainers('image_url'),
  check(container): readonly RuleFinding[] {
    const image = getIn(container, ['image_url']);
    const problem = isFilled(image) ? imageProblem(image) : undefined;
    return problem === undefined ? [] : [findingOf(['image_url'], problem)];
  },
};
