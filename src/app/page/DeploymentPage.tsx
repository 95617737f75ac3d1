import useMediaQuery from '@mui/material/useMediaQuery';
import {
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { loadAsking } from '#src/client/load-asking.ts';
import { useSession } from '#src/client/session.ts';
import type { TargetState } from '#src/client/target-state.ts';
import type { Facts } from '#src/domain/core/context.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { TargetChip } from '#src/features/connection/TargetChip.tsx';
import { DraftBanner, SaveWord } from '#src/features/drafts/DraftBanner.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useDraft } from '#src/features/drafts/use-draft.ts';
import { JsonPane } from '#src/features/preview/JsonPane.tsx';
import { SubmitPanel } from '#src/features/submit/SubmitPanel.tsx';
import { useOwnDeployments, useSubmission } from '#src/features/submit/use-submission.ts';
import { inStepOrder, toStepId, type StepId } from '#src/features/wizard/steps.ts';
import { Wizard } from '#src/features/wizard/shell/Wizard.tsx';
import { EditorContext } from '#src/ui/editing/editor.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { startPreloading } from '#src/ui/parts/preload.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import type { Connected } from './Connection.tsx';
import { SidePane } from './SidePane.tsx';
import { TopBar } from './TopBar.tsx';
import { useHistoryKeys } from './use-history-keys.ts';
import { useNewEditor } from './use-new-editor.ts';
import { usePartNotice } from './use-part-notice.ts';
import { useStartNew } from './use-start-new.ts';

const Connection = lazyPart(loadAsking(async () => (await import('./Connection.tsx')).Connection));
const JsonDrawer = lazyPart(async () => (await import('./JsonDrawer.tsx')).JsonDrawer);

/** What is known of the target while the code that asks is on its way. */
const notAsked: TargetState = { state: 'loading' };

/** What is known of the world while nobody has been asked. */
const noFacts: Facts = {};

/** The page that builds a deployment: opens the document in hand, then shows the wizard over it. */
export function DeploymentPage({ step }: { step: string | undefined }) {
  const draft = useDraft(initialBody);
  // While #root is empty, the skeleton of index.html shows.
  if (draft === undefined) return null;
  return <OpenDocument draft={draft} step={toStepId(step)} />;
}

function OpenDocument({ draft, step }: { draft: Draft; step: StepId }) {
  const t = useWords();
  const session = useSession();
  const [connected, setConnected] = useState<Connected>();
  const [isConnectionOpen, setConnectionOpen] = useState(false);
  const [hasNoConnection, setNoConnection] = useState(false);
  const [besideTarget, setBesideTarget] = useState<Element | null>(null);
  const [aboveForm, setAboveForm] = useState<Element | null>(null);
  const [isFolded, setFolded] = useState(false);
  // Not there before it is wanted, and there while it slides away.
  const [drawer, setDrawer] = useState<'none' | 'open' | 'closed'>('none');
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const editor = useNewEditor(
    draft.store,
    { ...session, facts: connected?.facts ?? noFacts },
    draft.isElsewhere,
    draft,
  );
  useHistoryKeys(editor);
  useArrivalNotice(draft);
  const submission = useSubmission(draft.id);
  const own = useOwnDeployments(submission.submission);
  const tellFailed = usePartNotice();
  // False in the first render: nothing else waits for the connection.
  const isConnectionWanted = useDeferredValue(true, false);
  const openConnection = useCallback(() => setConnectionOpen(true), []);
  // Nobody waits for it: it is drawn between what the person does.
  const onConnected = useCallback(
    (found: Connected) => startTransition(() => setConnected(found)),
    [],
  );
  useEffect(startPreloading, []);

  const startNew = useStartNew(editor, submission.submission);
  // What is the same on every step is not drawn again when the step changes.
  const known: TargetState = useMemo(() => {
    if (connected !== undefined) return connected.known;
    const reason = t('part.load');
    return hasNoConnection ? { state: 'failed', reason, retry: openConnection } : notAsked;
  }, [connected, hasNoConnection, openConnection, t]);
  const bar = useMemo(
    () => (
      <TopBar
        saveWord={<SaveWord draft={draft} />}
        target={
          <>
            <span ref={setBesideTarget} style={{ display: 'contents' }} />
            <TargetChip known={known} onOpen={openConnection} />
          </>
        }
        onNew={startNew}
      />
    ),
    [draft, known, openConnection, startNew],
  );
  const pane = useMemo(
    () =>
      isWide && (
        <SidePane isFolded={isFolded} onFold={setFolded}>
          {(close) => <JsonPane close={close} />}
        </SidePane>
      ),
    [isWide, isFolded],
  );
  const connection = useMemo(
    () => (
      <Connection
        isOpen={isConnectionOpen}
        onOpen={openConnection}
        onClose={() => setConnectionOpen(false)}
        own={own}
        onConnected={onConnected}
        places={{ bar: besideTarget, notice: aboveForm }}
      />
    ),
    [isConnectionOpen, openConnection, own, onConnected, besideTarget, aboveForm],
  );
  return (
    <EditorContext value={editor}>
      {bar}
      <Wizard
        step={step}
        banner={
          <>
            <DraftBanner draft={draft} />
            <div ref={setAboveForm} />
          </>
        }
        pane={pane}
        onShowJson={() => setDrawer('open')}
        connect={(lack) => (connected ? connected.supply(lack) : openConnection())}
        submit={(goTo) => (
          <SubmitPanel
            submission={submission}
            known={known}
            goTo={goTo}
            inOrder={inStepOrder}
            onConnect={openConnection}
            onStartNew={startNew}
            {...(connected && { askToken: connected.askToken })}
          />
        )}
      />
      {!isWide && drawer !== 'none' && (
        <PartBoundary
          onFailed={(failure) => {
            setDrawer('none');
            tellFailed(failure);
          }}
        >
          <JsonDrawer isOpen={drawer === 'open'} onClose={() => setDrawer('closed')} />
        </PartBoundary>
      )}
      <PartBoundary
        onFailed={(failure) => {
          setConnectionOpen(false);
          setNoConnection(true);
          tellFailed(failure);
        }}
        instead={(again) => <Once wanted={isConnectionOpen} run={again} />}
      >
        {isConnectionWanted && connection}
      </PartBoundary>
    </EditorContext>
  );
}

/** Nothing to see; runs when it is wanted. */
function Once({ wanted, run }: { wanted: boolean; run: () => void }) {
  useEffect(() => {
    if (wanted) run();
  }, [wanted, run]);
  return null;
}

/** Says once, after opening, where the document came from. */
function useArrivalNotice({ restoredFrom, arrival, isElsewhere }: Draft): void {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  useEffect(() => {
    if (isElsewhere || arrival === 'new') return;
    const when = new Date(restoredFrom ?? 0).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    notify({ text: t(`save.${arrival}`, { when }) });
    // Said once per opening, not again when the language changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restoredFrom, arrival, isElsewhere]);
}
