import clsx from 'clsx';
import Button from '@mui/material/Button';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { Banner } from './Banner.tsx';
import type { Draft, OtherVersion } from '../draft-session.ts';
import styles from './drafts.module.css';

// Rarely needed.
const SetAsideNotice = lazyPart(async () => (await import('./SetAsideNotice.tsx')).SetAsideNotice);

const StorageNotice = lazyPart(async () => (await import('./StorageNotice.tsx')).StorageNotice);

/** Messages above the fields about saving the document, and about drafts that cannot be opened. */
export function DraftBanner({ draft }: { draft: Draft }) {
  const room = useLowRoom(draft);
  return (
    <>
      <SavingBanner draft={draft} />
      {room && (
        <PartBoundary>
          <StorageNotice room={room} />
        </PartBoundary>
      )}
      {draft.setAside.length > 0 && (
        <PartBoundary>
          <SetAsideNotice draft={draft} />
        </PartBoundary>
      )}
    </>
  );
}

/** The most important message: another tab, a browser that does not save, or another version of the document. */
function SavingBanner({ draft }: { draft: Draft }) {
  const t = useWords();
  const { state, problem } = useSaving(draft);
  const [dismissed, setDismissed] = useState<OtherVersion>();
  const { other } = draft;
  if (draft.isElsewhere) {
    return (
      <Banner
        look="locked"
        title={t('save.elsewhere')}
        help={t('save.elsewhereHelp')}
        actions={<Action label={t('save.copy')} run={() => void draft.workOnCopy()} />}
      />
    );
  }
  if (problem !== undefined) {
    const { kind, message } = problem;
    return (
      <Banner
        look="error"
        title={t(`save.problem.${kind}`, { message })}
        help={t('save.problemHelp')}
      />
    );
  }
  if (state === 'outdated') {
    return (
      <Banner
        look="warning"
        title={t('save.outdated')}
        help={t('save.outdatedHelp')}
        actions={<Action label={t('save.loadNewer')} run={() => void draft.open(draft.id)} />}
      />
    );
  }
  if (other === undefined || other === dismissed) return null;
  return (
    <Banner
      look="info"
      title={t(`save.other.${other.kind}`)}
      help={t(`save.otherHelp.${other.kind}`)}
      actions={
        <>
          {other.kind !== 'unreadable' && (
            <Action label={t('save.openOther')} run={() => void draft.open(other.id, true)} />
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

/** The save state in a word, for the top bar. */
export function SaveWord({ draft }: { draft: Draft }) {
  const t = useWords();
  const { state } = useSaving(draft);
  if (draft.isElsewhere) return null;
  return (
    <span role="status" className={clsx(styles.word, state === 'failed' && styles.failed)}>
      {t(state === 'outdated' ? 'save.outdatedWord' : `save.${state}`)}
    </span>
  );
}

/** The storage of the browser, if less than a tenth of it is free. Estimated again after each save. */
function useLowRoom(draft: Draft): StorageEstimate | undefined {
  const { state } = useSaving(draft);
  const [room, setRoom] = useState<StorageEstimate>();
  useEffect(() => {
    // Missing on pages without TLS.
    navigator.storage?.estimate().then(
      (now) => setRoom(now.usage! > now.quota! * 0.9 ? now : undefined),
      () => undefined,
    );
  }, [state]);
  return room;
}

function useSaving({ autosave }: Draft) {
  const subscribe = useCallback(
    (listener: () => void) => autosave?.subscribe(listener) ?? (() => {}),
    [autosave],
  );
  const state = useSyncExternalStore(subscribe, () => autosave?.state() ?? 'saved');
  const problem = useSyncExternalStore(subscribe, () => autosave?.problem());
  return { state, problem };
}
