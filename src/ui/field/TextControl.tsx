import {
  useCallback,
  useLayoutEffect,
  useReducer,
  useRef,
  type ClipboardEvent,
  type ComponentPropsWithRef,
  type DragEvent,
  type FocusEvent,
  type KeyboardEventHandler,
  type ReactNode,
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
import { handleTyping } from './typing-events.ts';

type Element = HTMLInputElement | HTMLTextAreaElement;

type CommonProps = Pick<
  ComponentPropsWithRef<'input'>,
  'id' | 'name' | 'placeholder' | 'readOnly' | 'autoComplete' | 'autoCapitalize' | 'spellCheck'
> &
  Pick<ComponentPropsWithRef<'input'>, `aria-${'label' | 'required' | 'describedby'}`> & {
    value?: string;
    defaultValue?: string;
    onBlur: (event: FocusEvent<Element>) => void;
    onFocus?: () => void;
    onKeyDown?: KeyboardEventHandler<Element>;
  };

/** Intercepts a paste. `insertAsText` inserts the text as is. Return false to let the control handle the paste. */
export type PasteHandler = (pasted: string, insertAsText: () => void) => boolean;

interface TextControlProps extends CommonProps {
  /** The text as stored, with its own line breaks. */
  text: string;
  /** True for a JSON object or list, which is shown read-only. */
  isStructure?: boolean | undefined;
  /** True if line breaks are part of the text: always a text area. */
  multiline?: boolean | undefined;
  wire?: boolean | undefined;
  isWrong?: boolean | undefined;
  /** For inputs only: unit or button after the text, phone keyboard, id of a list of suggestions. */
  unit?: ReactNode;
  inputMode?: 'numeric' | 'decimal' | undefined;
  list?: string | undefined;
  minRows?: number | undefined;
  ref?: ((control: Element | null) => void) | undefined;
  /** Called when the user changes the text of an uncontrolled control, without going through React. */
  onInput?: ((control: Element) => void) | undefined;
  /** The same for a controlled control, through React. */
  onChange?: ((event: { target: Element }) => void) | undefined;
  /** Writes the whole text as one undo step; `caret` is the end of the edit. */
  onReplace: (text: string, caret: number) => void;
  onPasteText?: PasteHandler | undefined;
}

/**
 * The control of every text in the document: an input for one line, a text area for several. An input becomes a text
 * area as soon as its text contains a line break, because an input would drop it (docs/decisions/0022-line-breaks.md).
 * Focus and caret are kept.
 */
export function TextControl(props: TextControlProps) {
  const { text, multiline = false, unit, inputMode, list, minRows, ref, ...rest } = props;
  const { isStructure = false, onInput, onReplace, onPasteText, ...common } = rest;
  const { attach, isFocusedArea, expectCaret, focus } = useHandover(ref, onInput);
  const [, rerender] = useReducer((times: number) => times + 1, 0);
  // A focused text area does not turn back into an input: that would lose the browser's undo history and the IME state.
  const isArea = multiline || hasLineBreak(text) || isFocusedArea();

  const readOnly = common.readOnly || isStructure;
  const insertTransfer = (
    event: ClipboardEvent<Element> | DragEvent<Element>,
    data: DataTransfer,
  ) => {
    if (readOnly) return;
    const control = event.currentTarget;
    const { value, selectionStart, selectionEnd } = control;
    const raw = toLineFeeds(data.getData('text/plain'));
    // Like browsers do for inputs: text copied from a terminal often ends with a line break.
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
    onPaste: (event: ClipboardEvent<Element>) => insertTransfer(event, event.clipboardData),
    onDrop: (event: DragEvent<Element>) => insertTransfer(event, event.dataTransfer),
  };
  const handleBlur = (event: FocusEvent<Element>) => {
    common.onBlur(event);
    if (!multiline && !hasLineBreak(event.target.value)) rerender();
  };
  return (
    <>
      {isArea ? (
        <TextArea {...shared} inputMode={inputMode} minRows={minRows} onBlur={handleBlur} />
      ) : (
        <TextInput {...shared} unit={unit} inputMode={inputMode} list={list} />
      )}
      {isStructure && (
        <StructureNote
          onConvert={() => onReplace(text, text.length)}
          readOnly={common.readOnly}
          focus={focus}
        />
      )}
    </>
  );
}

/** Explains a JSON object or list that is shown in a text control. */
function StructureNote(props: {
  onConvert: () => void;
  focus: () => void;
  readOnly: boolean | undefined;
}) {
  const { onConvert, focus, readOnly } = props;
  const t = useWords();
  return (
    <div role="note" className={styles.notText}>
      {t('field.notText')}
      {!readOnly && (
        <button
          type="button"
          onClick={() => {
            onConvert();
            // The button disappears.
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
 * Moves focus and caret from a control to its replacement. `attach` is the ref of both; `expectCaret` sets the new
 * caret position.
 */
function useHandover(
  ref: ((control: Element | null) => void) | undefined,
  onInput: ((control: Element) => void) | undefined,
) {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    const control = element.current;
    if (control) handleTyping(control, onInput && (() => onInput(control)));
  });
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
  const expectCaret = (position: number) => {
    caretAfter.current = position;
  };
  const focus = () => element.current?.focus();
  return { attach, isFocusedArea, expectCaret, focus };
}
