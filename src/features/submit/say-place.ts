import type { useTranslation } from 'react-i18next';
import type { Session } from '#src/client/session.ts';
import { needsToken, type Target } from '#src/client/targets.ts';
import type { AttemptPlace } from './attempt.ts';

type Translate = ReturnType<typeof useTranslation>['t'];

/** Where a submit would go now; undefined without a target. */
export function placeOf(target: Target | undefined, session: Session): AttemptPlace | undefined {
  if (target === undefined) return undefined;
  const { projectId, edition, instanceId } = session;
  return {
    targetId: target.id,
    label: target.label,
    kind: target.kind,
    region: target.region,
    needsToken: needsToken(target),
    projectId,
    edition,
    instanceId,
  };
}

/** A place in one line, nothing left out. */
export function sayPlace(t: Translate, place: AttemptPlace): string {
  const { label, kind, region, projectId, edition, instanceId } = place;
  const isOneOfMany = edition === 'platinum' && instanceId !== '';
  return list(t, [
    t('submit.place.target', { label, kind: t(`submit.kind.${kind}`) }),
    region && t('submit.place.region', { region }),
    t('submit.place.project', { project: projectId }),
    t(`submit.edition.${edition}`),
    isOneOfMany && t('submit.place.instance', { instance: instanceId }),
  ]);
}

/** A place in as few words as tell it from others, for the button. */
export function sayPlaceShort(t: Translate, place: AttemptPlace): string {
  const { kind, region, projectId, edition } = place;
  return list(t, [
    t(`submit.kind.${kind}`),
    region,
    t('submit.place.projectEnd', { end: projectId.slice(-6) }),
    t(`submit.edition.${edition}`),
  ]);
}

function list(t: Translate, parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== '' && part !== false).join(t('submit.comma'));
}
