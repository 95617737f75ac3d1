import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Draft } from '../draft-session.ts';
import { DraftRow } from './DraftRow.tsx';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import type { DraftList } from './use-draft-list.ts';

interface DraftTableProps {
  draft: Draft;
  /** Drafts whose deployment was created. */
  created: ReadonlySet<string>;
  onOpen: (id: string) => void;
  list: DraftList;
}

export function DraftTable({ draft, created, list, onOpen }: DraftTableProps) {
  const translate = useTranslate();
  return (
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
      <tbody>
        {list.drafts?.map((one) => (
          <DraftRow
            key={one.id}
            draft={one}
            isHere={one.id === draft.id}
            isCreated={created.has(one.id)}
            list={list}
            onOpen={() => onOpen(one.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
