import type { DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import type { EarlierImage } from '../view.ts';

/** An image with the drafts and deployments that use it, by name. */
export interface KnownImage {
  readonly image: string;
  readonly drafts: readonly string[];
  readonly deployments: readonly string[];
}

/** Every image once: those of drafts first, as they are in the order of their last use. */
export function knownImages(
  earlier: readonly EarlierImage[],
  deployments: readonly Pick<DeploymentUse, 'name' | 'images'>[],
): readonly KnownImage[] {
  const found = new Map<string, { drafts: Set<string>; deployments: Set<string> }>();
  const usersOf = (image: string) => {
    const known = found.get(image) ?? { drafts: new Set(), deployments: new Set() };
    found.set(image, known);
    return known;
  };
  for (const { image, draft } of earlier) usersOf(image).drafts.add(draft);
  for (const { name, images } of deployments)
    for (const image of images) usersOf(image).deployments.add(name);
  return Array.from(found, ([image, users]) => ({
    image,
    drafts: [...users.drafts].filter(Boolean),
    deployments: [...users.deployments],
  }));
}
