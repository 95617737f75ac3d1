import { useState } from 'react';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { FirstItems } from '../first-items.ts';
import { CopyDiffButton } from './CopyDiffButton.tsx';
import { DiffList } from './DiffList.tsx';
import styles from './diff.module.css';
import type { DiffRow } from './diff-rows.ts';
import { diffWords } from './diff-words.ts';

const forms = ['sentences', 'paths'] as const;

/** Differences that were found before, in sentences or by path with old and new values. */
export function DocumentDiff({ changes }: { changes: FirstItems<DiffRow> }) {
  const translate = useTranslate();
  const [form, setForm] = useState<(typeof forms)[number]>('sentences');
  if (changes.count === 0) return <p className={styles.same}>{translate(diffWords.same)}</p>;
  return (
    <>
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
      <DiffList changes={changes} form={form} />
    </>
  );
}
