import { useCallback, useEffect, useState } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import { settingsOf } from '../draft-record.ts';
import { storageProblem } from '../storage-problem.ts';
import {
  addTemplate,
  deleteTemplate,
  listTemplates,
  subscribeTemplates,
  type Template,
} from './template-database.ts';
import { templateWords } from './template-words.ts';
import { readTemplatesFile } from './templates-file.ts';

/** The templates of this browser and the actions on them. */
export interface TemplateList {
  /** Undefined until they are read. */
  readonly templates: readonly Template[] | undefined;
  /** Why the last action failed. */
  readonly problem: Text | undefined;
  /** The effect of the last action, and how to undo it. */
  readonly done: { readonly text: Text; readonly undo?: () => void } | undefined;
  remove(template: Template): Promise<void>;
  /** Adds the templates of a file. */
  read(text: string): Promise<void>;
}

export function useTemplates(): TemplateList {
  const [templates, setTemplates] = useState<readonly Template[]>();
  const [problem, setProblem] = useState<Text>();
  const [done, setDone] = useState<TemplateList['done']>();
  useEffect(() => {
    let isGone = false;
    const load = () => {
      listTemplates().then(
        (next) => {
          if (!isGone) setTemplates(next);
        },
        (error: unknown) => {
          if (!isGone) setProblem(templateWords.failed(storageProblem(error).message));
        },
      );
    };
    load();
    const unsubscribe = subscribeTemplates(load);
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, []);
  const change = useCallback(async (action: () => Promise<void>) => {
    setProblem(undefined);
    setDone(undefined);
    try {
      await action();
    } catch (error) {
      setProblem(templateWords.failed(storageProblem(error).message));
    }
  }, []);
  return {
    templates,
    problem,
    done,
    remove: ({ id, name }) =>
      change(async () => {
        const restore = await deleteTemplate(id);
        setDone({ text: templateWords.deleted(name), undo: () => void change(restore) });
      }),
    read: (text) =>
      change(async () => {
        const filed = readTemplatesFile(text);
        if (filed === undefined) return setProblem(templateWords.notTemplates);
        for (const one of filed.templates)
          await addTemplate(one.name, one.document, settingsOf(one));
        setDone({ text: templateWords.added(filed.templates.length, filed.refused) });
      }),
  };
}
