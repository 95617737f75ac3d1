import Dialog from '@mui/material/Dialog';
import useMediaQuery from '@mui/material/useMediaQuery';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { Context } from '#src/domain/core/context.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ConversionReport } from '#src/views/report/ConversionReport.tsx';
import { addFiles, emptyInput, type ImportInput } from '../input/import-input.ts';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import styles from './dialog.module.css';
import { FileRow } from './FileRow.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import { ImportHeader } from './ImportHeader.tsx';
import { defaultOptions, type ImportOptionInputs } from './import-options.ts';
import { ImportOptions } from './ImportOptions.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportStatus } from './ImportStatus.tsx';
import { SourceEditor, type SourceHandle } from './SourceEditor.tsx';
import { useConversion } from './use-conversion.ts';
import { useRequest } from './use-request.ts';

export interface ImportDialogProps {
  input: ImportInput;
  /** The context in which the result is validated. */
  context: Context;
  /** True if the current document cannot be replaced. */
  readOnly: boolean;
  onInput: (input: ImportInput) => void;
  onClose: () => void;
  onReplace: (result: ImportResult) => Promise<void>;
  onOpenDraft: (result: ImportResult) => Promise<void>;
}

/** Converts the user's text, and shows the result and its report before anything changes. */
export function ImportDialog(props: ImportDialogProps) {
  const { input, context, readOnly, onInput, onClose, onReplace, onOpenDraft } = props;
  const translate = useTranslate();
  const isNarrow = useMediaQuery('(max-width: 719px)', { noSsr: true });
  const source = useRef<SourceHandle>(null);
  const form = useForm<ImportOptionInputs>({ defaultValues: defaultOptions });
  const request = useRequest(input, form.watch(), context);
  const { state, last, cancel, retry } = useConversion(request);
  const goToLine = (line: number) => source.current?.goToLine(line);
  // The names belong to parts of the previous text. Other text may also be dropped on the page.
  useEffect(() => {
    if (form.getValues('names').length > 0) form.setValue('names', []);
  }, [input.text, form]);
  const changeText = (text: string) => {
    // Other text is no longer that of the file.
    const fileName = text.trim() === '' ? undefined : input.fileName;
    onInput({ ...input, text, fileName, problems: [] });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={isNarrow}
      transitionDuration={0}
      aria-labelledby="import-title"
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <ImportHeader
        registration={form.register('from', { onChange: () => form.setValue('names', []) })}
        detected={last?.kind}
        onClose={onClose}
      />
      <div className={clsx(styles.body, last && styles.hasResult)}>
        <div className={styles.left}>
          <FileRow
            input={input}
            onFiles={(files) => void addFiles(input, files).then(onInput)}
            onClear={() => {
              form.reset(defaultOptions);
              onInput(emptyInput);
            }}
            onRemove={(name) =>
              onInput({ ...input, files: input.files.filter((file) => file.name !== name) })
            }
          />
          <SourceEditor
            ref={source}
            text={input.text}
            summary={last}
            refusedLine={state.kind === 'refused' ? state.refusal.line : undefined}
            onChange={changeText}
          />
          <ImportStatus state={state} onCancel={cancel} onRetry={retry} onGoToLine={goToLine} />
          {last && <ImportOptions form={form} result={last} />}
          {last ? (
            <ImportPreview result={last} />
          ) : (
            state.kind === 'empty' && (
              <p className={styles.waiting}>{translate(importWords.waiting)}</p>
            )
          )}
        </div>
        <section aria-label={translate(importWords.reportTitle)} className={styles.right}>
          {last ? (
            <ConversionReport summary={last} onGoToLine={goToLine} />
          ) : (
            <p className={styles.reportWaiting}>{translate(importWords.reportWaiting)}</p>
          )}
        </section>
      </div>
      <ImportFooter
        result={state.kind === 'done' ? state.result : undefined}
        readOnly={readOnly}
        onClose={onClose}
        onReplace={onReplace}
        onOpenDraft={onOpenDraft}
      />
    </Dialog>
  );
}
