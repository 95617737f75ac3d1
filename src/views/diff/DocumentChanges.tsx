import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { revertChange } from '#src/convert/diff/revert-change.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useComparison } from './use-comparison.ts';
import { CopyDiffButton } from './CopyDiffButton.tsx';
import { DiffList } from './DiffList.tsx';
import styles from './diff.module.css';
import type { DiffRow } from './diff-rows.ts';
import { diffWords } from './diff-words.ts';

const TextDiff = lazyPart(async () => (await import('./TextDiff.tsx')).TextDiff, {
  isPreloaded: false,
});

interface DocumentChangesProps {
  before: Json;
  after: Json;
  /** Names of the two documents, in the language of the page. */
  labels: { before: string; after: string };
  /** Offers to take each change back. Gets the new document without the change, and the place of the change. */
  onRevert?: (next: Json, path: Path) => void;
}

const forms = ['sentences', 'paths', 'text'] as const;

/** The differences between two documents: in sentences, by path with values, or as a text diff. Fills its parent. */
export function DocumentChanges({ before, after, labels, onRevert }: DocumentChangesProps) {
  const translate = useTranslate();
  const [form, setForm] = useState<(typeof forms)[number]>('sentences');
  const comparison = useComparison('rows', before, after);
  const box = useRef<HTMLDivElement & HTMLParagraphElement>(null);
  const setFocusAt = useFocusAfterRevert(box, comparison);
  if (comparison === undefined)
    return (
      <p role="status" className={styles.same}>
        {translate(diffWords.comparing)}
      </p>
    );
  const { result: changes } = comparison;
  if (changes === undefined)
    return (
      <p role="alert" className={styles.same}>
        {translate(diffWords.failed)}
      </p>
    );
  // The rows belong to these documents until the next comparison is ready.
  const isBusy = comparison.before !== before || comparison.after !== after;
  const revert = (row: DiffRow, at: number) => {
    setFocusAt(at);
    onRevert?.(revertChange(before, after, row), row.path);
  };
  if (changes.count === 0)
    return (
      <p ref={box} tabIndex={-1} className={styles.same}>
        {translate(diffWords.same)}
      </p>
    );
  return (
    <div className={styles.changes}>
      <div className={styles.bar}>
        <Segments
          label={translate(diffWords.form)}
          hideLabel
          value={form}
          onChange={setForm}
          segments={forms.map((value) => ({ value, label: translate(diffWords[value]) }))}
        />
        <CopyDiffButton changes={changes} />
      </div>
      {form === 'text' ? (
        <PartBoundary
          renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
        >
          <TextDiff before={before} after={after} labels={labels} />
        </PartBoundary>
      ) : (
        <div
          ref={box}
          role="region"
          aria-label={translate(diffWords[form])}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
          tabIndex={0}
          className={styles.scroll}
        >
          <DiffList
            changes={changes}
            form={form}
            isBusy={isBusy}
            {...(onRevert && { onRevert: revert })}
          />
        </div>
      )}
    </div>
  );
}

/** After a change was taken back, its button is gone: the next one gets the focus, or else the list. */
function useFocusAfterRevert(
  box: RefObject<HTMLElement | null>,
  comparison: unknown,
): (at: number) => void {
  const focusAt = useRef<number>(undefined);
  // Before the next key: without a focus, the dialog around would not get it.
  useLayoutEffect(() => {
    if (focusAt.current === undefined) return;
    const buttons = box.current?.querySelectorAll<HTMLElement>('[aria-disabled]') ?? [];
    const next = buttons[Math.min(focusAt.current, buttons.length - 1)] ?? box.current;
    next?.focus();
    focusAt.current = undefined;
  }, [box, comparison]);
  return (at) => (focusAt.current = at);
}
