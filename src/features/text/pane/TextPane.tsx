import { openLintPanel } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { documentText } from '#src/document/document-text.ts';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import { pathOfCell } from '#src/ui/editing/inputs/cell-name.ts';
import { goToField } from '#src/ui/focus/go-to-field.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { pageNonce } from '#src/views/code/page-nonce.ts';
import type { TextCheck } from '../check/check-edited-text.ts';
import { createJsonEditor } from '../editor/create-json-editor.ts';
import { showLinked } from '../editor/linked-lines.ts';
import { pathAtOffset, rangeOfPath } from '../editor/text-paths.ts';
import { createTextSync, type TextSync } from '../editor/text-sync.ts';
import { Outline } from '../outline/Outline.tsx';
import { OutlineButton } from '../outline/OutlineButton.tsx';
import { pendingText } from '../pending/pending-text.ts';
import { textWords } from '../words/text-words.ts';
import { TextProblems } from './TextProblems.tsx';
import styles from './text-pane.module.css';

interface TextPaneProps {
  draftId: string;
  /** True while another tab edits the document. */
  isElsewhere: boolean;
  onCloseEditor: () => void;
  /** Called before the focus moves to a field. */
  onLeave?: (() => void) | undefined;
  /** Buttons after those of the editor. */
  actions: ReactNode;
}

/** The document as text, to edit. */
export function TextPane({ draftId, isElsewhere, onCloseEditor, onLeave, actions }: TextPaneProps) {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const { view, sync, check } = useTextEditor({ box, draftId, isElsewhere, onLeave });
  const count = useAllIssues().length;
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const outlineId = useId();
  const [isOutlined, setOutlined] = useState(false);
  const jump = (path: Path) => {
    if (view === undefined) return;
    const { key, from } = rangeOfPath(view.state, path);
    show(view, key?.from ?? from);
  };
  const closeEditor = () => {
    sync?.flush();
    onCloseEditor();
  };
  return (
    <div className={styles.pane}>
      <div className={styles.header}>
        <h2 className={styles.heading}>{translate(textWords.heading)}</h2>
        <Button size="small" variant="outlined" onClick={closeEditor}>
          {translate(textWords.close)}
        </Button>
        <IconButton
          size="small"
          aria-label={translate(textWords.search)}
          title={translate(textWords.search)}
          onClick={() => view && openSearchPanel(view)}
        >
          <Search size={18} aria-hidden />
        </IconButton>
        <OutlineButton
          id={outlineId}
          isPanel={isWide}
          isOpen={isOutlined}
          onToggle={() => setOutlined(!isOutlined)}
          onJump={jump}
        />
        {actions}
      </div>
      {isWide && isOutlined && (
        <div className={styles.outline}>
          <Outline id={outlineId} onJump={jump} />
        </div>
      )}
      {check && check.kind !== 'fine' && sync && (
        <TextProblems
          check={check}
          onAccept={() => sync.accept()}
          onRestore={() => sync.restore()}
          onShow={(offset) => view && show(view, offset)}
        />
      )}
      <div ref={box} className={styles.editor} />
      <div className={styles.footer}>
        <Button size="small" variant="text" onClick={() => view && openLintPanel(view)}>
          {translate(count === 0 ? textWords.noProblems : textWords.problems(count))}
        </Button>
        <span className={styles.hint}>{translate(textWords.tab)}</span>
      </div>
    </div>
  );
}

function show(view: EditorView, offset: number): void {
  view.dispatch({
    selection: { anchor: offset },
    effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: 60 }),
  });
  view.focus();
}

interface TextEditorOptions extends Pick<TextPaneProps, 'draftId' | 'isElsewhere' | 'onLeave'> {
  box: React.RefObject<HTMLDivElement | null>;
}

/** Creates the editor in `box`, and connects it with the document and with the fields of the form. */
function useTextEditor({ box, draftId, isElsewhere, onLeave }: TextEditorOptions) {
  const { store, issues, history, root, generation, inputs } = useEditor();
  const translate = useTranslate();
  const language = useLanguage();
  const [parts, setParts] = useState<{ view: EditorView; sync: TextSync }>();
  const [check, setCheck] = useState<TextCheck>();
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  }, [onLeave]);
  useEffect(() => {
    if (box.current === null) return undefined;
    let sync: TextSync | undefined;
    const view = createJsonEditor({
      parent: box.current,
      text: pendingText(draftId) ?? documentText(store.get()),
      label: translate(textWords.editor),
      language,
      isReadOnly: isElsewhere,
      nonce: pageNonce(),
      root,
      generation,
      read: store.get,
      translate,
      onChange: (update) => sync?.onChange(update),
      onFocus: () => sync?.followNow(),
      onBlur: () => sync?.flush(),
      onHistory: (direction) => sync?.travel(direction) ?? false,
      onGoToField: ({ state }, offset) => {
        sync?.flush();
        const path = pathAtOffset(state, offset);
        leave.current?.();
        goToField(path);
      },
    });
    sync = createTextSync({
      view,
      store,
      issues,
      history,
      draftId,
      translate,
      onCheck: setCheck,
    });
    const followFocus = () => {
      const name = document.activeElement?.getAttribute('name');
      const path =
        name && inputs.names().includes(name) ? pathOfCell(store.get(), name) : undefined;
      if (path !== undefined) showLinked(view, rangeOfPath(view.state, path));
      else if (view.hasFocus) showLinked(view, undefined);
    };
    document.addEventListener('focusin', followFocus);
    setParts({ view, sync });
    return () => {
      document.removeEventListener('focusin', followFocus);
      sync.stop();
      view.destroy();
      setParts(undefined);
    };
  }, [
    box,
    draftId,
    isElsewhere,
    store,
    issues,
    history,
    root,
    generation,
    inputs,
    translate,
    language,
  ]);
  return { ...parts, check };
}
