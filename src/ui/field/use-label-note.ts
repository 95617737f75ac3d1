import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { existsIn, type FieldFacts } from '#src/domain/core/spec/field.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/**
 * The note after the label of a field that only some editions or generations have. Fields of the API page are marked
 * only in another generation.
 */
export function useLabelNote(spec: FieldFacts): string | undefined {
  const editor = useEditor();
  const t = useWords();
  const { edition, generation } = spec;
  const marks = [
    edition === 'platinum' && t('field.platinumOnly'),
    generation === '2025' && t('field.newer'),
    generation === PAGE_GENERATION && !existsIn(spec, editor.generation) && t('field.older'),
  ];
  return marks.filter(Boolean).join(' · ') || undefined;
}
