import IconButton from '@mui/material/IconButton';
import clsx from 'clsx';
import { X } from 'lucide-react';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { jumpTo, timelineOf, type TimelineEntry } from '#src/document/history/timeline.ts';
import type { Language } from '#src/domain/core/text.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { formatClockTime, formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { historyWords } from './history-words.ts';
import styles from './history.module.css';
import { withOrigin } from './origin-names.ts';
import { knownStep, useStepNames } from './step-names.ts';

/** Steps that are listed at first, and added on request. */
const STEP = 50;

interface HistoryPanelProps {
  onClose: () => void;
}

/** Lets notices keep clear of the panel; see markPage of ImportReportBanner. */
function markPage(): () => void {
  const { dataset } = document.body;
  dataset.historyOpen = '';
  return () => {
    delete dataset.historyOpen;
  };
}

/** All steps of the document, the newest first. Choosing one makes it the current one and shows its change. */
export function HistoryPanel({ onClose }: HistoryPanelProps) {
  const { store, history } = useEditor();
  const translate = useTranslate();
  const panel = useRef<HTMLElement>(null);
  const steps = useSyncExternalStore(store.subscribe, store.steps);
  const document = useSyncExternalStore(store.subscribe, store.get);
  const { entries, position } = useMemo(
    () => timelineOf({ get: () => document, steps: () => steps }),
    [document, steps],
  );
  const newest = entries.length - 1;
  const [limit, setLimit] = useState(STEP);
  const shown = Math.min(entries.length, Math.max(limit, newest - position + STEP / 2));
  const indexes = Array.from({ length: shown }, (_, at) => newest - at);
  useStepNames(
    indexes.filter((index) => index > 0).map((index) => [entries[index - 1]!, entries[index]!]),
  );
  useEffect(markPage, []);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  useCloseKeys(panel, onClose);
  const choose = (index: number) => {
    // Gives the focus back first: the change may take it.
    flushSync(onClose);
    history.step(index < position ? 'undo' : 'redo', () => jumpTo(store, index));
  };
  return (
    <section ref={panel} aria-label={translate(historyWords.title)} className={styles.panel}>
      <div className={styles.header}>
        <h2 className={styles.title}>{translate(historyWords.title)}</h2>
        <span className={styles.help}>{translate(historyWords.help)}</span>
        <IconButton size="small" aria-label={translate(historyWords.close)} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {newest === 0 && <p className={styles.empty}>{translate(historyWords.empty)}</p>}
      <ol tabIndex={entries.length > STEP ? -1 : undefined} className={styles.list}>
        {indexes.map((index) => (
          <li key={index}>
            <StepButton
              before={entries[index - 1]?.document}
              after={entries[index]!.document}
              edit={entries[index]!.edit}
              place={index === position ? 'current' : index > position ? 'later' : 'earlier'}
              onChoose={() => choose(index)}
            />
          </li>
        ))}
      </ol>
      {shown < entries.length && (
        <button
          type="button"
          className={styles.older}
          onClick={({ currentTarget }) => revealBefore(currentTarget, () => setLimit(shown + STEP))}
        >
          {translate(historyWords.older)}
        </button>
      )}
    </section>
  );
}

interface StepButtonProps {
  /** The document before the step; undefined for the oldest one. */
  before: Parameters<typeof knownStep>[0] | undefined;
  after: Parameters<typeof knownStep>[1];
  edit: TimelineEntry['edit'];
  place: 'earlier' | 'current' | 'later';
  onChoose: () => void;
}

function StepButton({ before, after, edit, place, onChoose }: StepButtonProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const known = before === undefined ? undefined : knownStep(before, after);
  const step = known && withOrigin(known, edit?.origin);
  const name = before === undefined ? translate(historyWords.start) : step && translate(step.name);
  const isCurrent = place === 'current';
  return (
    <button
      type="button"
      className={clsx(styles.step, styles[place])}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onChoose}
      onKeyDown={moveFocus}
    >
      <span className={styles.name}>{name ?? '…'}</span>
      {isCurrent && <span className={styles.mark}>{translate(historyWords.current)}</span>}
      <span className={styles.time}>{edit?.at ? formatStepTime(edit.at, language) : ''}</span>
      {step?.detail && <span className={styles.detail}>{translate(step.detail)}</span>}
    </button>
  );
}

/** The time for steps of today, otherwise also the date. */
function formatStepTime(at: number, language: Language): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? formatClockTime(at, language) : formatDateTime(at, language);
}

/** The arrow keys, Home and End move the focus between the steps. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('ol')?.querySelectorAll('button');
  const steps = [...(list ?? [])];
  const index = steps.findIndex((step) => step === event.currentTarget);
  const target = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: steps.length - 1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  steps[Math.min(Math.max(target, 0), steps.length - 1)]?.focus();
}

/** Escape and a press outside close the panel. */
function useCloseKeys(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      // The button around the panel closes it itself.
      if (target instanceof Node && !panel.current?.parentElement?.contains(target)) onClose();
    };
    const onKeyDown = ({ key }: WindowEventMap['keydown']) => {
      if (key === 'Escape') onClose();
    };
    window.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [panel, onClose]);
}
