import type { NamedPlace } from '#src/client/session/place.ts';
import type { Language } from '#src/domain/core/text.ts';
import type { GetWords } from '#src/ui/words/page-words.ts';

/** A label inside a sentence: Chinese puts a space before a Latin word. */
export function labelInSentence(language: Language, label: string): string {
  return language === 'en' || /^\p{Script=Han}/u.test(label) ? label : ` ${label}`;
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

/** The few words that distinguish a place from others, for the button. */
export function shortPlaceWords(t: GetWords, place: NamedPlace): readonly string[] {
  const { kind, region, projectId, edition } = place;
  return [
    t(`submit.kind.${kind}`),
    region,
    t('submit.projectEnd', { end: projectId.slice(-6) }),
    t(`submit.edition.${edition}`),
  ].filter((word) => word !== '');
}
