import Button from '@mui/material/Button';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { readSharedText } from '#src/convert/share/read-shared-text.ts';
import { documentText } from '#src/document/document-text.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { prepareDocument } from '#src/features/import/prepare/prepare-document.ts';
import { LinkProblemDialog } from '#src/features/share/LinkProblemDialog.tsx';
import { readShareFragment, takeShareFragment } from '#src/features/share/link/share-link.ts';
import { linkProblems, shareWords } from '#src/features/share/share-words.ts';
import type { JsonObject } from '#src/json/value.ts';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useSession } from '#src/client/session/session.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nameForFile } from '../export/name-for-file.ts';

/** Explains why a share link was not opened. */
type Held =
  | { readonly kind: 'problem'; readonly message: Text }
  /** The current draft would be lost. */
  | { readonly kind: 'unsaved'; readonly document: JsonObject };

/** Opens the share link in the address, at the start or when one is pasted later, as a new draft. */
export function SharedLinks({ draft }: { draft: Draft }) {
  const { store } = useEditor();
  const { edition, generation } = useSession();
  const translate = useTranslate();
  const notify = useNotify();
  const [, navigate] = useLocation();
  const [held, setHeld] = useState<Held>();
  const open = async (document: JsonObject) => {
    const before = { id: draft.id, document: store.get() };
    if ((await draft.openNew(document)) === undefined) return;
    setHeld(undefined);
    navigate('/new/basics', { replace: true });
    const canReturn = documentText(before.document) !== documentText(initialBody);
    notify({
      text: translate(shareWords.opened),
      ...(canReturn && {
        action: {
          label: translate(shareWords.back),
          run: () => void draft.open(before.id),
        },
      }),
    });
  };
  const follow = useEffectEvent(async () => {
    const fragment = takeShareFragment();
    if (fragment === undefined) return;
    const read = await readShared(fragment);
    if ('message' in read) return setHeld({ kind: 'problem', message: read.message });
    await prepareDocument(read.document, { edition, generation });
    // A text that is being typed belongs to the current draft.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await draft.autosave?.flush();
    const isUnsaved = draft.autosave?.state() === 'failed';
    const isTouched = documentText(store.get()) !== documentText(initialBody);
    if (isUnsaved && isTouched) return setHeld({ kind: 'unsaved', document: read.document });
    await open(read.document);
  });
  useEffect(() => {
    const onHash = () => void follow();
    onHash();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  if (held === undefined) return null;
  const close = () => setHeld(undefined);
  if (held.kind === 'problem')
    return (
      <LinkProblemDialog title={shareWords.problemTitle} message={held.message} onClose={close} />
    );
  return (
    <LinkProblemDialog title={shareWords.unsavedTitle} message={shareWords.unsaved} onClose={close}>
      <Button color="error" variant="text" onClick={() => void open(held.document)}>
        {translate(shareWords.openAnyway)}
      </Button>
      <Button
        variant="outlined"
        onClick={() => downloadText(documentText(store.get()), `${nameForFile(store.get())}.json`)}
      >
        {translate(shareWords.download)}
      </Button>
    </LinkProblemDialog>
  );
}

/** The document of a link, or why there is none. */
async function readShared(
  fragment: string,
): Promise<{ readonly document: JsonObject } | { readonly message: Text }> {
  const read = await readShareFragment(fragment);
  if ('problem' in read) return { message: linkProblems[read.problem] };
  await nextTask();
  const shared = readSharedText(read.text);
  return 'refusal' in shared
    ? { message: shareWords.refused(shared.refusal.line, shared.refusal.message) }
    : shared;
}
