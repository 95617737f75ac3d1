import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Draft } from '../draft-session.ts';
import { DraftTable } from './DraftTable.tsx';
import { ListMessage } from './ListMessage.tsx';
import type { DraftFacts } from './draft-facts.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import { useDraftList } from './use-draft-list.ts';

const MAX_RECENT = 5;

interface RecentDraftsProps {
  draft: Draft;
  facts: DraftFacts;
  onOpen: (id: string) => void;
}

/** A card with the drafts that were saved last. */
export function RecentDrafts({ draft, facts, onOpen }: RecentDraftsProps) {
  const translate = useTranslate();
  const list = useDraftList(draft);
  const drafts = list.drafts?.slice(0, MAX_RECENT);
  if (drafts === undefined) return null;
  if (drafts.length === 0) {
    return (
      <>
        <ListMessage list={list} />
        <p className={styles.none}>{translate(draftWords.none)}</p>
      </>
    );
  }
  return (
    <div className={styles.recent}>
      <ListMessage list={list} />
      <DraftTable draft={draft} facts={facts} list={{ ...list, drafts }} onOpen={onOpen} />
    </div>
  );
}
