import clsx from 'clsx';
import { useState } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath } from '#src/json/path.ts';
import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GrowingList } from '../GrowingList.tsx';
import type { FirstItems } from '../first-items.ts';
import styles from './diff.module.css';
import { diffText, type DiffRow } from './diff-rows.ts';

const kinds: Readonly<Record<DiffRow['kind'], Text>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  changed: { en: 'changed', zh: '修改' },
  moved: { en: 'moved', zh: '移动' },
};

const same: Text = { en: 'The documents are the same.', zh: '两份文档相同。' };

const forms = ['sentences', 'paths'] as const;

const words = {
  form: { en: 'Show as', zh: '显示方式' },
  sentences: { en: 'Sentences', zh: '语句' },
  paths: { en: 'Paths and values', zh: '路径和值' },
  copy: { en: 'Copy as text', zh: '复制为文本' },
  copied: { en: 'Copied', zh: '已复制' },
  notCopied: { en: 'The browser did not allow copying', zh: '浏览器不允许复制' },
} as const;

/** The differences between two documents, in sentences or by path with old and new values. */
export function DocumentDiff({ changes }: { changes: FirstItems<DiffRow> }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [form, setForm] = useState<(typeof forms)[number]>('sentences');
  if (changes.count === 0) return <p className={styles.same}>{translate(same)}</p>;
  const copy = async () => {
    const isCopied = await copyText(diffText(changes));
    notify({ text: translate(isCopied ? words.copied : words.notCopied) });
  };
  return (
    <>
      <div className={styles.bar}>
        <Segments
          label={translate(words.form)}
          hideLabel
          value={form}
          onChange={setForm}
          segments={forms.map((value) => ({ value, label: translate(words[value]) }))}
        />
        <button type="button" className={styles.copy} onClick={() => void copy()}>
          {translate(words.copy)}
        </button>
      </div>
      <GrowingList
        list={changes}
        className={styles.list}
        row={(row, at) => (
          <li key={`${formatPath(row.path)} ${at}`} className={clsx(styles.row, styles[row.kind])}>
            <div className={styles.head}>
              <span className={styles.kind}>{translate(kinds[row.kind])}</span>{' '}
              {form === 'sentences' ? (
                <span className={styles.sentence}>{translate(row.sentence)}</span>
              ) : (
                <code className={styles.path}>{formatPath(row.path)}</code>
              )}
            </div>
            {form === 'paths' && <Values row={row} />}
          </li>
        )}
      />
    </>
  );
}

function Values({ row: { from, before, after } }: { row: DiffRow }) {
  const translate = useTranslate();
  return (
    <>
      {from !== undefined && (
        <div className={styles.from}>
          {translate({ en: `was row ${from + 1}`, zh: `原为第 ${from + 1} 行` })}
        </div>
      )}
      {before !== undefined && <del className={styles.before}>{before}</del>}
      {after !== undefined && <ins className={styles.after}>{after}</ins>}
    </>
  );
}
