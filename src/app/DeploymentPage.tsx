import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#src/client/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { DraftBanner, SaveWord } from '#src/features/drafts/DraftBanner.tsx';
import { useDraft, type Draft } from '#src/features/drafts/use-draft.ts';
import { JsonPane } from '#src/features/preview/JsonPane.tsx';
import { SubmitPanel } from '#src/features/submit/SubmitPanel.tsx';
import { useSubmission } from '#src/features/submit/use-submission.ts';
import { inStepOrder, toStepId, type StepId } from '#src/features/wizard/steps.ts';
import { Wizard } from '#src/features/wizard/Wizard.tsx';
import { EditorContext } from '#src/ui/editing/editor.ts';
import { useNotify } from '#src/ui/notices.ts';
import { SidePane } from './SidePane.tsx';
import { TopBar } from './TopBar.tsx';
import { useConnection } from './use-connection.tsx';
import { useHistoryKeys } from './use-history-keys.ts';
import { useNewEditor } from './use-new-editor.ts';

/** The page that builds a deployment: opens the document in hand, then shows the wizard over it. */
export function DeploymentPage({ step }: { step: string | undefined }) {
  const { t } = useTranslation();
  const { draft, workOnCopy } = useDraft(initialBody);
  if (draft === undefined)
    return (
      <Box role="status" sx={{ p: 4, color: 'text.secondary' }}>
        {t('app.loading')}
      </Box>
    );
  return <OpenDocument draft={draft} step={toStepId(step)} onCopy={() => void workOnCopy()} />;
}

function OpenDocument({ draft, step, onCopy }: { draft: Draft; step: StepId; onCopy: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const session = useSession();
  const connection = useConnection();
  const { target, facts } = connection;
  const [isFolded, setFolded] = useState(false);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const editor = useNewEditor(draft.store, { ...session, facts }, draft.isElsewhere);
  useHistoryKeys(editor);
  useArrivalNotice(draft);
  const submission = useSubmission();

  const startNew = () => {
    editor.store.edit(initialBody);
    editor.attention.reset();
    notify({
      text: t('app.newDone'),
      action: { label: t('action.undo'), run: () => void editor.store.undo() },
    });
  };
  return (
    <EditorContext value={editor}>
      <TopBar saveWord={<SaveWord draft={draft} />} target={connection.bar} onNew={startNew} />
      <Wizard
        step={step}
        banner={
          <>
            <DraftBanner draft={draft} onCopy={onCopy} />
            {connection.notice}
          </>
        }
        pane={
          isWide && (
            <SidePane isFolded={isFolded} onFold={setFolded}>
              {(close) => <JsonPane close={close} />}
            </SidePane>
          )
        }
        onShowJson={() => setDrawerOpen(true)}
        connect={connection.supply}
        submit={(goTo) => (
          <SubmitPanel
            submission={submission}
            target={target}
            goTo={goTo}
            inOrder={inStepOrder}
            onConnect={connection.open}
            askToken={connection.askToken}
          />
        )}
      />
      {!isWide && (
        <Drawer
          anchor="right"
          open={isDrawerOpen}
          onClose={() => setDrawerOpen(false)}
          slotProps={{
            paper: { sx: { width: 'min(100vw, 560px)' }, 'aria-label': t('preview.heading') },
          }}
        >
          <JsonPane
            close={
              <IconButton
                size="small"
                aria-label={t('action.close')}
                onClick={() => setDrawerOpen(false)}
              >
                <X size={18} aria-hidden />
              </IconButton>
            }
          />
        </Drawer>
      )}
      {connection.dialogs}
    </EditorContext>
  );
}

/** Says once, after opening, where the document came from. */
function useArrivalNotice({ restoredFrom, arrival, isElsewhere }: Draft): void {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  useEffect(() => {
    if (isElsewhere || arrival === 'new') return;
    const when = new Date(restoredFrom ?? 0).toLocaleString(
      i18n.language === 'zh' ? 'zh-CN' : 'en-GB',
      { dateStyle: 'medium', timeStyle: 'short' },
    );
    notify({ text: t(`save.${arrival}`, { when }) });
    // Said once per opening, not again when the language changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restoredFrom, arrival, isElsewhere]);
}
