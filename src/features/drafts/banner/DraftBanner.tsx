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
import type { Draft } from '../draft-session.ts';
import styles from './drafts.module.css';

// Rarely needed.
const SavingNotice = lazyPart(async () => (await import('./SavingNotice.tsx')).SavingNotice);

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

/** Loads the message only if there is one. */
function SavingBanner({ draft }: { draft: Draft }) {
  const { isOutdated, problem } = useSaving(draft);
  const isCalm = !draft.isElsewhere && !isOutdated;
  if (isCalm && problem === undefined && draft.other === undefined) return null;
  return (
    <PartBoundary>
      <SavingNotice draft={draft} problem={problem} isOutdated={isOutdated} />
    </PartBoundary>
  );
}

const stateWords = {
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
      {Object.entries(stateWords).map(([state, word]) => (
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
