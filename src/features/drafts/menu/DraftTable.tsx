import { useState } from 'react';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Draft } from '../draft-session.ts';
import { SaveTemplateDialog } from '../templates/SaveTemplateDialog.tsx';
import { templateWords } from '../templates/template-words.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { DraftRow } from './DraftRow.tsx';
import type { DraftFacts } from './draft-facts.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import type { DraftList } from './use-draft-list.ts';

interface DraftTableProps {
  draft: Draft;
  facts: DraftFacts;
  onOpen: (id: string) => void;
  list: DraftList;
}

export function DraftTable({ draft, facts, list, onOpen }: DraftTableProps) {
  const translate = useTranslate();
  const [compared, setCompared] = useState<string>();
  const [template, setTemplate] = useState<{ draftId: string; name: string }>();
  const notify = useNotify();
  const drafts = list.drafts ?? [];
  const other = drafts.find(({ id }) => id !== compared)?.id;
  const isStored = drafts.some(({ id }) => id === draft.id);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate(draftWords.draft)}</th>
            <th scope="col">{translate(draftWords.target)}</th>
            <th scope="col">{translate(draftWords.edited)}</th>
            <th scope="col">{translate(draftWords.state)}</th>
            <th scope="col">{translate(draftWords.actions)}</th>
          </tr>
        </thead>
        <tbody ref={keepRowFocus}>
          {drafts.map((one) => (
            <DraftRow
              key={one.id}
              draft={one}
              isHere={one.id === draft.id}
              facts={facts}
              list={list}
              canCompare={drafts.length > 1}
              onOpen={() => onOpen(one.id)}
              onCompare={() => setCompared(one.id)}
              onTemplate={(name) => setTemplate({ draftId: one.id, name })}
            />
          ))}
        </tbody>
      </table>
      {compared !== undefined && other !== undefined && (
        <CompareDialog
          drafts={drafts}
          before={compared}
          after={isStored && draft.id !== compared ? draft.id : other}
          onClose={() => setCompared(undefined)}
        />
      )}
      {template && (
        <SaveTemplateDialog
          {...template}
          onClose={() => setTemplate(undefined)}
          onSaved={(name) => {
            setTemplate(undefined);
            notify({ text: translate(templateWords.saved(name)) });
          }}
        />
      )}
    </>
  );
}
