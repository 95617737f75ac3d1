import { useCallback, useEffect, useState } from 'react';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Text } from '#src/domain/core/text.ts';
import { changeHead } from '../draft-database.ts';
import { settingsOf } from '../draft-record.ts';
import type { Draft } from '../draft-session.ts';
import { forgetDraft } from '../forget-draft.ts';
import { storageProblem } from '../storage-problem.ts';
import { addDraft, duplicateDraft, listDrafts, type DraftSummary } from './draft-list.ts';
import { readDraftsFile } from './drafts-file.ts';
import { draftWords } from './menu-words.ts';

/** An action that was done, and how to undo it. */
interface DoneAction {
  readonly text: Text;
  readonly undo?: () => void;
}

/** The drafts of the menu and the actions on them. */
export interface DraftList {
  /** Undefined until they are read. */
  readonly drafts: readonly DraftSummary[] | undefined;
  /** Why the last action failed. */
  readonly problem: Text | undefined;
  /** The effect of the last action. Shown in the dialog, because a notice of the page cannot be reached from there. */
  readonly done: DoneAction | undefined;
  rename(id: string, label: string): Promise<void>;
  duplicate(id: string, label: string): Promise<void>;
  remove(id: string, name: string): Promise<void>;
  /** Adds the drafts of a file. */
  read(text: string): Promise<void>;
}

export function useDraftList(draft: Draft): DraftList {
  const [drafts, setDrafts] = useState<readonly DraftSummary[]>();
  const [problem, setProblem] = useState<Text>();
  const [done, setDone] = useState<DoneAction>();
  const { autosave, openNew, id: currentId } = draft;
  const change = useCallback(async (action: () => Promise<unknown>) => {
    setProblem(undefined);
    setDone(undefined);
    try {
      await action();
      setDrafts(await listDrafts());
    } catch (error) {
      setProblem(draftWords.failed(storageProblem(error).message));
    }
  }, []);
  // The current draft is listed with its last edits.
  useEffect(() => {
    let isGone = false;
    void (async () => {
      try {
        await autosave?.flush();
        const next = await listDrafts();
        if (!isGone) setDrafts(next);
      } catch (error) {
        if (isGone) return;
        setDrafts([]);
        setProblem(draftWords.failed(storageProblem(error).message));
      }
    })();
    return () => {
      isGone = true;
    };
  }, [autosave]);
  return {
    drafts,
    problem,
    done,
    rename: (id, label) => change(() => changeHead(id, { label })),
    duplicate: (id, label) => change(() => duplicateDraft(id, label)),
    remove: (id, name) =>
      change(async () => {
        // The tab still needs a document.
        if (id === currentId) await openNew(initialBody);
        const restore = await forgetDraft(id);
        const undo = () => void change(restore);
        setDone({ text: draftWords.deleted(name), undo });
      }),
    read: (text) =>
      change(async () => {
        const filed = readDraftsFile(text);
        if (filed === undefined) return setProblem(draftWords.notDrafts);
        for (const { document, label = '', ...settings } of filed.drafts)
          await addDraft(document, label, settingsOf(settings));
        setDone({ text: draftWords.added(filed.drafts.length, filed.refused) });
      }),
  };
}
