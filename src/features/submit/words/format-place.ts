import type { NamedPlace } from '#src/client/session/place.ts';
import type { Language } from '#src/domain/core/text.ts';
import { gapBefore } from '#src/ui/words/gap-before.ts';
import type { GetWords } from '#src/ui/words/page-words.ts';

function labelInSentence(language: Language, label: string): string {
  return language === 'en' ? label : gapBefore(label);
}

/** The full place, for use inside a sentence. */
export function formatPlace(t: GetWords, language: Language, place: NamedPlace): string {
  const { label, kind, region, projectId, edition, instanceId } = place;
  const variant = edition === 'platinum' && instanceId !== '' ? 'instance' : edition;
  return t(region === '' ? `submit.place.${variant}` : `submit.placeInRegion.${variant}`, {
    label: labelInSentence(language, label),
    kind: t(`submit.kind.${kind}`),
    region,
    project: projectId,
    instance: instanceId,
  });
}

/** The accessible name of the button: the words that distinguish a place from others. */
export function buttonName(t: GetWords, language: Language, place: NamedPlace): string {
  const { label, kind, region, projectId, edition } = place;
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  const words = [
    t(`submit.kind.${kind}`),
    region,
    t('submit.projectEnd', { end: projectEnd(projectId) }),
    t(`submit.edition.${edition}`),
  ].filter((word) => word !== '');
  return t('submit.button', {
    label: labelInSentence(language, label),
    place: list.format(words),
  });
}

/** The end of a project ID, enough to recognize it. */
export function projectEnd(projectId: string): string {
  return projectId.slice(-6);
}
