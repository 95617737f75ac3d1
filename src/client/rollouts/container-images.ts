import { queryOptions } from '@tanstack/react-query';
import { containersOfBody } from '#src/domain/deployment/rules/base/body-parts.ts';
import type { ListedContainer } from '#src/domain/rollout/change-images.ts';
import { asList, asObject } from '#src/json/value.ts';
import { pagesOf } from '../queries/deployments.ts';
import { withCurrentToken } from '../session/place.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

/** The containers of every deployment of the project, by the ID of the deployment. */
export function containerImagesQuery(session: Session) {
  return queryOptions({
    queryKey: ['container images', ...placeKey(session)],
    staleTime: 30_000,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      const found = new Map<string, readonly ListedContainer[]>();
      const where = targetPath(withCurrentToken(session), 'v3', 'deployments');
      for await (const { page, answer } of pagesOf(where, { sort: 'created_at:desc' }, signal)) {
        const raw = asList(asObject(answer.json).deployments);
        page.forEach(({ id }, index) => found.set(id, containersOf(raw[index])));
      }
      return found as ReadonlyMap<string, readonly ListedContainer[]>;
    },
  });
}

function containersOf(record: unknown): readonly ListedContainer[] {
  const { template } = asObject(record);
  const body = { deployment: { template: asObject(template) } };
  return containersOfBody(body).flatMap(({ list, index, container }) => {
    const { name, image_url: image } = container;
    if (typeof name !== 'string' || name === '') return [];
    return [{ list, index, name, image: typeof image === 'string' ? image : '' }];
  });
}
