import Button from '@mui/material/Button';
import clsx from 'clsx';
import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { RequestErrorFacts } from '#src/client/http/error-facts.ts';
import type { Change } from '#src/convert/diff/diff-documents.ts';
import { changeSentence } from '#src/convert/diff/change-sentences.ts';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import type { UpdateStage, UpdateView } from './update-view.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

interface OutcomeCardProps {
  view: UpdateView;
  /** The body that was sent, for naming rows. */
  sent: Json;
  onStop: () => void;
  onView: () => void;
}

/** How sending the update is going, or how it ended. */
export function OutcomeCard(props: OutcomeCardProps) {
  const { view } = props;
  const { now } = view;
  const translate = useTranslate();
  const head = headOf(now);
  return (
    <div aria-live="polite">
      {head && (
        <div className={styles.outcome}>
          <div className={clsx(styles.headline, styles[head.tone])}>
            <ToneIcon tone={head.tone} />
            <span>{translate(head.title)}</span>
          </div>
          {head.help && <p>{translate(head.help)}</p>}
          <OutcomeDetails {...props} />
          {view.isUnrecorded && <p>{translate(words.unrecorded)}</p>}
        </div>
      )}
    </div>
  );
}

type Tone = 'good' | 'bad' | 'open' | 'busy' | 'caution';

const icons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  bad: CircleX,
  open: CircleHelp,
  busy: LoaderCircle,
  caution: CircleAlert,
};

function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = icons[tone];
  return <Icon size={18} aria-hidden />;
}

interface Head {
  readonly tone: Tone;
  readonly title: Text;
  readonly help?: Text;
}

/** The outcome in a sentence; undefined while there is none, or if another card shows it. */
function headOf(now: UpdateStage): Head | undefined {
  switch (now.stage) {
    case 'idle':
      return undefined;
    case 'reading':
      return { tone: 'busy', title: words.reading };
    case 'sending':
      return { tone: 'busy', title: words.sending };
    case 'lookingUp':
      return { tone: 'busy', title: words.lookingUp, help: words.lookingUpHelp };
    case 'unread':
      return { tone: 'bad', title: words.notSent, help: words.unread };
    case 'gone':
      return { tone: 'bad', title: now.wasSent ? words.goneAfterSending : words.goneMeanwhile };
    case 'unchanged':
      return { tone: 'caution', title: words.unchanged };
    case 'conflicts':
      return { tone: 'caution', title: words.notSent };
    case 'merged':
      return { tone: 'caution', title: words.notSent, help: words.merged };
    case 'rejected':
      return { tone: 'bad', title: words.rejected, ...(isRace(now.error) && { help: words.race }) };
    case 'notDone':
      return { tone: 'bad', title: words.notDone, help: words.notDoneHelp };
    case 'unknown':
      return {
        tone: 'open',
        title: words.unknown,
        help: now.differences.length === 0 ? words.unknownUnread : words.unknownHelp,
      };
    case 'updated':
      return { tone: 'good', title: words.updated, help: readBack(now.differences) };
  }
}

/** Another request changed the deployment at the same time. */
function isRace({ status }: RequestErrorFacts): boolean {
  return status === 409 || status === 412;
}

function readBack(differences: readonly Change[] | undefined): Text {
  if (differences === undefined) return words.notReadBack;
  return differences.length === 0 ? words.same : words.differs;
}

function OutcomeDetails({
  view: { now, base },
  sent,
  onStop,
  onView,
}: OutcomeCardProps): ReactNode {
  const translate = useTranslate();
  switch (now.stage) {
    case 'sending':
      return <Waiting sentAt={now.sentAt} onStop={onStop} />;
    case 'unread':
    case 'rejected':
      return <ErrorNote error={now.error} />;
    case 'unknown':
      return <ChangeList changes={now.differences} before={sent} after={base} />;
    case 'updated':
      return (
        <>
          <ChangeList changes={now.differences ?? []} before={sent} after={base} />
          <div className={styles.actions}>
            <Button variant="contained" onClick={onView}>
              <span>{translate(words.view)}</span>
            </Button>
          </div>
        </>
      );
    default:
      return null;
  }
}

/** After this time the user may want to stop waiting, seconds. */
const LONG_S = 10;

function Waiting({ sentAt, onStop }: { sentAt: number; onStop: () => void }) {
  const translate = useTranslate();
  const seconds = Math.max(0, Math.floor((useNow(1000) - sentAt) / 1000));
  return (
    <div ref={keepRowFocus} className={styles.waiting} aria-live="off">
      <span>{translate(words.elapsed(seconds))}</span>
      {seconds >= LONG_S && (
        <>
          <Button size="small" variant="outlined" onClick={onStop}>
            <span>{translate(words.stop)}</span>
          </Button>
          <span className={styles.quiet}>{translate(words.stopHelp)}</span>
        </>
      )}
    </div>
  );
}

/** The most differences that are listed. */
const MAX_LISTED = 20;

function ChangeList(props: { changes: readonly Change[]; before: Json; after: Json }) {
  const { changes, before, after } = props;
  const translate = useTranslate();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.list}>
      {changes.slice(0, MAX_LISTED).map((change) => (
        <li key={`${change.kind} ${formatPath(change.path)}`}>
          {translate(changeSentence(change, before, after))}
        </li>
      ))}
    </ul>
  );
}
