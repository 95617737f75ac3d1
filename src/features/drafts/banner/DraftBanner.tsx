import Button from '@mui/material/Button';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import type { SaveState } from '../autosave.ts';
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
  const { isOutdated, problem } = useSaving(draft);
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
  if (isOutdated) {
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

const savingWords = {
  saved: 'save.saved',
  saving: 'save.saving',
  failed: 'save.failed',
  outdated: 'save.outdatedWord',
} as const satisfies Record<SaveState, unknown>;

/**
 * The save state in a word, for the top bar. It changes twice in every pause of typing, so all words are rendered, and CSS
 * shows one of them: without React, and without laying out the top bar again. The banner tells what went wrong.
 */
export function SaveWord({ draft }: { draft: Draft }) {
  const t = useWords();
  const element = useRef<HTMLSpanElement>(null);
  const { autosave, isElsewhere } = draft;
  useLayoutEffect(() => {
    const show = () => element.current?.setAttribute('data-state', autosave?.state() ?? 'saved');
    show();
    return autosave?.subscribe(show);
  }, [autosave, isElsewhere]);
  if (isElsewhere) return null;
  return (
    <span ref={element} className={styles.word}>
      {Object.entries(savingWords).map(([state, word]) => (
        <span key={state} data-word={state}>
          {t(word)}
        </span>
      ))}
    </span>
  );
}

/** How often the storage of the browser is estimated while the document is edited, milliseconds. */
const ESTIMATE_EVERY_MS = 10_000;

/** The storage of the browser, if less than a tenth of it is free. Estimated again after a save. */
function useLowRoom({ autosave }: Draft): StorageEstimate | undefined {
  const [room, setRoom] = useState<StorageEstimate>();
  useEffect(() => {
    let estimatedAt = -Infinity;
    const estimate = () => {
      const now = performance.now();
      if (autosave?.state() === 'saving' || now - estimatedAt < ESTIMATE_EVERY_MS) return;
      estimatedAt = now;
      // Missing on pages without TLS.
      navigator.storage?.estimate().then(
        (room) => setRoom(room.usage! > room.quota! * 0.9 ? room : undefined),
        () => undefined,
      );
    };
    estimate();
    return autosave?.subscribe(estimate);
  }, [autosave]);
  return room;
}

/** What the banner tells: renders nothing again while the document is saved as usual. */
function useSaving({ autosave }: Draft) {
  const subscribe = useCallback(
    (listener: () => void) => autosave?.subscribe(listener) ?? (() => {}),
    [autosave],
  );
  const isOutdated = useSyncExternalStore(subscribe, () => autosave?.state() === 'outdated');
  const problem = useSyncExternalStore(subscribe, () => autosave?.problem());
  return { isOutdated, problem };
}
