import {
  useCallback,
  useReducer,
  useRef,
  type ClipboardEvent,
  type ComponentPropsWithRef,
  type DragEvent,
  type FocusEvent,
  type KeyboardEventHandler,
} from 'react';
import {
  hasLineBreak,
  toLineFeeds,
  withoutLastBreaks,
} from '#src/ui/editing/inputs/line-breaks.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './inputs.module.css';
import { TextArea } from './TextArea.tsx';
import { TextInput } from './TextInput.tsx';

type Element = HTMLInputElement | HTMLTextAreaElement;

/** What an input and a text area have in common. */
type CommonProps = Pick<
  ComponentPropsWithRef<'input'>,
  'id' | 'name' | 'placeholder' | 'readOnly' | 'autoComplete' | 'autoCapitalize' | 'spellCheck'
> &
  Pick<ComponentPropsWithRef<'input'>, `aria-${'label' | 'required' | 'describedby'}`> & {
    value?: string;
    defaultValue?: string;
    onChange: (event: { target: Element }) => void;
    onBlur: (event: FocusEvent<Element>) => void;
    onFocus?: () => void;
    onKeyDown?: KeyboardEventHandler<Element>;
  };

/** Sees a pasted text first; `keep` inserts it as pasted. Returns false to leave it to the control. */
export type TakePaste = (pasted: string, keep: () => void) => boolean;

interface TextControlProps extends CommonProps {
  /** The text as stored, with its own line breaks. */
  text: string;
  /** True if it is a JSON object or list, which no text control can hold: it is shown and not typed into. */
  isStructure?: boolean | undefined;
  /** True where line breaks are part of the text: always a text area. */
  multiline?: boolean | undefined;
  wire?: boolean | undefined;
  isWrong?: boolean | undefined;
  /** Only for one line: words behind the text, the keyboard of a phone, the id of a list of suggestions. */
  unit?: string | undefined;
  inputMode?: 'numeric' | 'decimal' | undefined;
  list?: string | undefined;
  minRows?: number | undefined;
  ref?: ((control: Element | null) => void) | undefined;
  /** Writes a whole text as one step of undo; `caret` is where the edit ended in it. */
  onReplace: (text: string, caret: number) => void;
  onPasteText?: TakePaste | undefined;
}

/**
 * The control of every text of the document. An input for texts of one line, a text area where line breaks belong; an
 * input becomes a text area as soon as its text has a line break, stored or pasted, as an input would drop it
 * (docs/decisions/0022-line-breaks.md). Becoming one keeps focus and caret.
 */
export function TextControl(props: TextControlProps) {
  const { text, multiline = false, unit, inputMode, list, minRows, ref, ...rest } = props;
  const { isStructure = false, onReplace, onPasteText, ...common } = rest;
  const { attach, isFocusedArea, expectCaret, focus } = useHandover(ref);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // Not turned back while it is typed into: that would take the browser's own undo and an IME along.
  const isArea = multiline || hasLineBreak(text) || isFocusedArea();

  const readOnly = common.readOnly || isStructure;
  const takeIn = (event: ClipboardEvent<Element> | DragEvent<Element>, data: DataTransfer) => {
    if (readOnly) return;
    const control = event.currentTarget;
    const { value, selectionStart, selectionEnd } = control;
    const raw = toLineFeeds(data.getData('text/plain'));
    // As browsers do for inputs: what is copied from a terminal often ends in a line break.
    const pasted = multiline ? raw : withoutLastBreaks(raw);
    const start = selectionStart ?? value.length;
    const end = selectionEnd ?? start;
    const caret = start + pasted.length;
    const insert = () => {
      if (isArea) control.setRangeText(pasted, start, end, 'end');
      else expectCaret(caret);
      onReplace(value.slice(0, start) + pasted + value.slice(end), caret);
    };
    if (onPasteText?.(pasted, insert)) event.preventDefault();
    else if (isArea ? pasted !== raw : hasLineBreak(pasted)) {
      event.preventDefault();
      insert();
    }
  };
  const shared = {
    ...common,
    readOnly,
    ref: attach,
    onPaste: (event: ClipboardEvent<Element>) => takeIn(event, event.clipboardData),
    onDrop: (event: DragEvent<Element>) => takeIn(event, event.dataTransfer),
  };
  const leave = (event: FocusEvent<Element>) => {
    common.onBlur(event);
    if (!multiline && !hasLineBreak(event.target.value)) redraw();
  };
  return (
    <>
      {isArea ? (
        <TextArea {...shared} inputMode={inputMode} minRows={minRows} onBlur={leave} />
      ) : (
        <TextInput {...shared} unit={unit} inputMode={inputMode} list={list} />
      )}
      {isStructure && (
        <NotText
          onTurn={() => onReplace(text, text.length)}
          readOnly={common.readOnly}
          focus={focus}
        />
      )}
    </>
  );
}

/** Under the JSON of an object or list where a text belongs. */
function NotText(props: { onTurn: () => void; focus: () => void; readOnly: boolean | undefined }) {
  const { onTurn, focus, readOnly } = props;
  const t = useWords();
  return (
    <div role="note" className={styles.notText}>
      {t('field.notText')}
      {!readOnly && (
        <button
          type="button"
          onClick={() => {
            onTurn();
            // The button goes.
            focus();
          }}
        >
          {t('field.turnIntoText')}
        </button>
      )}
    </div>
  );
}

/**
 * Hands focus and caret of a control to the one that takes its place. `attach` is the ref of both; `expectCaret` says
 * where the caret belongs then.
 */
function useHandover(ref: ((control: Element | null) => void) | undefined) {
  const element = useRef<Element>(null);
  const caretAfter = useRef<number>(undefined);
  const handover = useRef<{ from: Element; caret: number } | undefined>(undefined);
  const attach = useCallback(
    (control: Element | null) => {
      const before = element.current;
      if (control === null && before !== null && before === document.activeElement)
        handover.current = { from: before, caret: before.selectionEnd ?? before.value.length };
      element.current = control;
      ref?.(control);
      if (control === null) return;
      const isSuccessor = handover.current !== undefined && handover.current.from !== control;
      const caret = caretAfter.current ?? (isSuccessor ? handover.current?.caret : undefined);
      handover.current = undefined;
      caretAfter.current = undefined;
      if (isSuccessor) control.focus({ preventScroll: true });
      if (caret !== undefined) control.setSelectionRange(caret, caret);
    },
    [ref],
  );
  const isFocusedArea = () =>
    element.current instanceof HTMLTextAreaElement && element.current === document.activeElement;
  const expectCaret = (at: number) => {
    caretAfter.current = at;
  };
  const focus = () => element.current?.focus();
  return { attach, isFocusedArea, expectCaret, focus };
}
