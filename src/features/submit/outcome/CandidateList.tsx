import type { Candidates } from '#src/domain/lookup/candidates.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { formatTimestamp } from '../words/format-timestamp.ts';
import styles from './outcome.module.css';

/** For more than this of one kind, the user has to look in the console. */
const MAX_SHOWN = 5;
const kinds = ['matches', 'undated', 'others', 'earlier'] as const;

/** The deployments with the name of the attempt, grouped by whether the attempt may have created them. */
export function CandidateList({ candidates }: { candidates: Candidates }) {
  const t = useWords();
  const language = useLanguage();
  return kinds
    .filter((kind) => candidates[kind].length > 0)
    .map((kind) => (
      <div key={kind} className={styles.candidates}>
        <div className={styles.candidatesTitle}>
          {t(`submit.candidates.${kind}`, { count: candidates[kind].length })}
        </div>
        {candidates[kind].slice(0, MAX_SHOWN).map(({ id, createdAt }) => (
          <DefinitionList
            key={id}
            items={[
              [t('submit.id'), id],
              [t('submit.createdAt'), formatTimestamp(createdAt, language), 'words'],
            ]}
          />
        ))}
        {candidates[kind].length > MAX_SHOWN && (
          <div className={styles.more}>
            {t('problems.more', { count: candidates[kind].length - MAX_SHOWN })}
          </div>
        )}
      </div>
    ));
}
