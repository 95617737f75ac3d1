import { documentText } from '#src/document/document-text.ts';
import { getIn } from '#src/json/get-in.ts';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Copies or downloads exactly the bytes that are sent. */
export function useJsonActions(): { copy: () => Promise<void>; download: () => void } {
  const { store } = useEditor();
  const t = useWords();
  const notify = useNotify();
  return {
    async copy() {
      const done = await copyText(documentText(store.get()));
      notify({ text: t(done ? 'preview.copied' : 'preview.copyRefused') });
    },
    download() {
      const name = getIn(store.get(), ['name']);
      downloadText(
        documentText(store.get()),
        `${typeof name === 'string' && name !== '' ? name : 'deployment'}.json`,
      );
    },
  };
}
