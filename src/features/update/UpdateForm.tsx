import Checkbox from '@mui/material/Checkbox';
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react';
import { createPortal } from 'react-dom';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ChangesCard } from './ChangesCard.tsx';
import { ConflictsCard } from './ConflictsCard.tsx';
import { OfflineNote } from './OfflineNote.tsx';
import type { Update } from './open-update.ts';
import { OutcomeCard } from './OutcomeCard.tsx';
import { UpdateButton } from './UpdateButton.tsx';
import { updateWords as words } from './update-words.ts';
import { useRevealedStage } from './use-revealed-stage.ts';
import styles from './update.module.css';
import { fixable, useSubmitUpdate } from './use-submit-update.ts';

interface UpdateFormProps {
  update: Update;
  /** The element of the bottom bar that gets the button. */
  bar: HTMLElement | null;
  /** Lets the page press or focus the button. */
  handle: Ref<{ press(): void; focus(): void }>;
  goTo: (path: Path) => void;
  /** Sorts issues in the order of the form. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  onView: () => void;
}

/** The changes that an update makes, how sending it went, and its button in the bottom bar. */
export function UpdateForm({ update, bar, handle, goTo, inOrder, onView }: UpdateFormProps) {
  const { run, place, sent, store } = update;
  const translate = useTranslate();
  const { issues, readOnly } = useEditor();
  const isChecked = useIsChecked();
  const view = useSyncExternalStore(run.subscribe, run.view);
  const document = useSyncExternalStore(store.subscribe, store.get);
  const [goesAnyway, setGoesAnyway] = useState(false);
  const errorCount = fixable(useAllIssues()).length;
  useEffect(() => {
    if (!issues.isChecked()) issues.checkNow();
  }, [issues]);
  const { submit, isConfirming, confirm, cancel } = useSubmitUpdate({
    update,
    goTo,
    inOrder,
    goesAnyway,
  });
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(handle, () => ({ press: submit, focus: () => button.current?.focus() }));
  const { now } = view;
  const isBusy = ['reading', 'sending', 'lookingUp'].includes(now.stage);
  const outcome = useRevealedStage(now.stage);
  return (
    <section aria-label={translate(words.update)} className={styles.form}>
      <div ref={outcome} className={styles.revealed}>
        {now.stage === 'conflicts' && (
          <ConflictsCard
            conflicts={now.conflicts}
            chosen={view.chosen}
            document={document}
            onChoose={(key, side) => run.choose(key, side)}
          />
        )}
        <OutcomeCard
          view={view}
          sent={sent.get()}
          onStop={() => run.stopWaiting()}
          onView={onView}
        />
      </div>
      {errorCount > 0 && (
        <label className={styles.anyway}>
          <Checkbox
            size="small"
            checked={goesAnyway}
            onChange={(event) => setGoesAnyway(event.target.checked)}
          />
          {translate(words.anyway(errorCount))}
        </label>
      )}
      <ChangesCard update={update} />
      {bar &&
        isChecked &&
        createPortal(
          <UpdateButton
            place={place}
            ref={button}
            isBusy={isBusy}
            isOff={isBusy || readOnly}
            isDone={now.stage === 'updated'}
            onPress={submit}
          />,
          bar,
        )}
      {isConfirming && (
        <FormDialog
          title={translate(words.confirmTitle)}
          submit={translate(words.update)}
          onSubmit={confirm}
          onCancel={cancel}
        >
          <div>{translate(words.confirmHelp(update.name))}</div>
          <OfflineNote />
        </FormDialog>
      )}
    </section>
  );
}
