import { useEffect, useState } from 'react';

/** A text or files from outside the page. */
export interface ImportArrival {
  readonly text?: string;
  readonly files?: readonly File[];
}

/**
 * Receives content that is pasted outside a field or dropped anywhere. Returns true while files are dragged over
 * the page.
 */
export function useImportArrival(onArrival: (arrival: ImportArrival) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      // A list takes rows that are pasted into it.
      const isTaken = event.defaultPrevented || isForField(event.target);
      if (isTaken || event.clipboardData === null) return;
      accept(event, event.clipboardData);
    };
    const onDragOver = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? [];
      const hasFiles = types.includes('Files');
      if (!hasFiles && (isForField(event.target) || !types.includes('text/plain'))) return;
      event.preventDefault();
      if (hasFiles) setDragging(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      // The pointer left the window.
      if (relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      setDragging(false);
      const { dataTransfer } = event;
      if (dataTransfer === null) return;
      if (dataTransfer.files.length === 0 && isForField(event.target)) return;
      accept(event, dataTransfer);
    };
    const accept = (event: Event, data: DataTransfer) => {
      const files = [...data.files];
      const text = data.getData('text/plain');
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      onArrival(files.length > 0 ? { files } : { text });
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [onArrival]);
  return isDragging;
}

/** True for text fields, and for everything in a dialog other than the import dialog. */
function isForField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const isField = target.closest('input, textarea, select, [contenteditable="true"]') !== null;
  const dialog = target.closest('[role="dialog"]');
  return isField || (dialog !== null && dialog.querySelector('[data-import]') === null);
}
