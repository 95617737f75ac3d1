import { useCallback, useState, useSyncExternalStore } from 'react';
import { addFiles, emptyInput, type ImportInput } from './input/import-input.ts';
import { useImportArrival, type ImportArrival } from './input/use-import-arrival.ts';
import { hasReport, subscribeReports } from './report/report-store.ts';

/** The import of the page: its input, and whether its dialog is open. */
export interface ImportPart {
  readonly isOpen: boolean;
  readonly input: ImportInput;
  /** True while files are dragged over the page. */
  readonly isDragging: boolean;
  open(): void;
  /** Keeps the text. */
  close(): void;
  setInput(input: ImportInput): void;
}

/** Opens the import dialog for content that is pasted outside a field or dropped on the page. */
export function useImport(): ImportPart {
  const [isOpen, setOpen] = useState(false);
  const [input, setInput] = useState(emptyInput);
  const receive = useCallback(
    ({ text, files }: ImportArrival) => {
      setOpen(true);
      if (text !== undefined) setInput({ ...emptyInput, text });
      // Env files are added to the existing text.
      if (files !== undefined) void addFiles(input, files).then(setInput);
    },
    [input],
  );
  const isDragging = useImportArrival(receive);
  return {
    isOpen,
    input,
    isDragging,
    open: () => setOpen(true),
    close: () => setOpen(false),
    setInput,
  };
}

/** True if the draft was imported and its report has not been dismissed. */
export function useHasReport(draftId: string): boolean {
  return useSyncExternalStore(subscribeReports, () => hasReport(draftId));
}
