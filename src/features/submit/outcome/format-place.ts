import type { NamedPlace } from '#src/client/place.ts';
import type { Translate } from '#src/ui/words.ts';

/** A label for the middle of a sentence: Chinese parts Latin words from its own by a space, and no others. */
export function spaced(t: Translate, label: string): string {
  return /^\p{Script=Han}/u.test(label) ? label : t('submit.gap') + label;
}

/** A place in one line, nothing left out. */
export function formatPlace(t: Translate, place: NamedPlace): string {
  const { label, kind, region, projectId, edition, instanceId } = place;
  const isOneOfMany = edition === 'platinum' && instanceId !== '';
  return [
    t('submit.place.target', { label: spaced(t, label), kind: t(`submit.kind.${kind}`) }),
    region && t('submit.place.region', { region }),
    t('submit.place.project', { project: projectId }),
    t('submit.place.edition', { edition: t(`submit.edition.${edition}`) }),
    isOneOfMany && t('submit.place.instance', { instance: instanceId }),
  ]
    .filter((part) => part !== '' && part !== false)
    .join(t('submit.comma'));
}

/** A place in as few words as tell it from others, for the button; each word stays in one line. */
export function shortWords(t: Translate, place: NamedPlace): readonly string[] {
  const { kind, region, projectId, edition } = place;
  return [
    t(`submit.kind.${kind}`),
    region,
    t('submit.place.projectEnd', { end: projectId.slice(-6) }),
    t(`submit.edition.${edition}`),
  ].filter((word) => word !== '');
}
