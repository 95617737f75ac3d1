import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Draft, OtherVersion } from '../draft-session.ts';
import type { StorageProblem } from '../storage-problem.ts';
import { Banner } from './Banner.tsx';
import { storageProblemWords, savingWords as words } from './saving-words.ts';

interface SavingNoticeProps {
  draft: Draft;
  problem: StorageProblem | undefined;
  /** True if another tab has stored a newer version. */
  isOutdated: boolean;
}

/** The most important message: another tab, a browser that does not save, or another version of the document. */
export function SavingNotice({ draft, problem, isOutdated }: SavingNoticeProps) {
  const t = useWords();
  const translate = useTranslate();
  const [dismissed, setDismissed] = useState<OtherVersion>();
  const { other } = draft;
  if (draft.isElsewhere) {
    return (
      <Banner
        look="locked"
        title={translate(words.elsewhere)}
        help={translate(words.elsewhereHelp)}
        actions={<Action label={translate(words.copy)} run={() => void draft.workOnCopy()} />}
      />
    );
  }
  if (problem !== undefined) {
    return (
      <Banner
        look="error"
        title={translate(storageProblemWords(problem))}
        help={translate(words.problemHelp)}
      />
    );
  }
  if (isOutdated) {
    return (
      <Banner
        look="warning"
        title={translate(words.outdated)}
        help={translate(words.outdatedHelp)}
        actions={
          <Action label={translate(words.loadNewer)} run={() => void draft.open(draft.id)} />
        }
      />
    );
  }
  if (other === undefined || other === dismissed) return null;
  return (
    <Banner
      look="info"
      title={translate(words.other[other.kind])}
      help={translate(words.otherHelp[other.kind])}
      actions={
        <>
          {other.kind !== 'unreadable' && (
            <Action
              label={translate(words.openOther)}
              run={() => void draft.open(other.id, true)}
            />
          )}
          <Button size="small" onClick={() => setDismissed(other)}>
            {t('action.close')}
          </Button>
        </>
      }
    />
  );
}

function Action({ label, run }: { label: string; run: () => void }) {
  return (
    <Button size="small" variant="outlined" onClick={run}>
      {label}
    </Button>
  );
}
