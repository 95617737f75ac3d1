import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { getIn } from '#src/json/get-in.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import { fieldIssue } from '#src/domain/core/check/field-issue.ts';
import type { LeafSpec } from '#src/domain/core/spec/field.ts';
import { cellName } from './inputs/cell-name.ts';
import { useEditor } from './editor.ts';
import { isOtherGeneration } from './edits/other-generation.ts';
import { fitRows } from './inputs/fit-rows.ts';
import { fromText, isStructure, toText } from './inputs/leaf-text.ts';
import { applyEdit, hasLineBreak, toLineFeeds, typedText } from './inputs/line-breaks.ts';
import { clearAt, writeAt } from './edits/spec-edits.ts';
import { useControl } from './use-control.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What a text input spreads to become the cell of a leaf. */
export interface Cell {
  readonly name: string;
  /** The text as stored; `defaultValue` is what a control shows of it. */
  readonly text: string;
  readonly defaultValue: string;
  /** True for an object or list, which a text control can only show. */
  readonly isStructure: boolean;
  readonly onChange: (event: { target: TextControl }) => void;
  readonly onBlur: () => void;
  readonly onReplace: (text: string, caret: number) => void;
  readonly ref: (control: TextControl | null) => void;
}

/**
 * The cell of one leaf: an uncontrolled input that writes each key to the document and follows the
 * document when that changes under it, without drawing anything again. `keepsEmpty` makes an empty text a
 * value instead of removing the key (env values, members of lists).
 */
export function useCell(path: Path, spec: LeafSpec, keepsEmpty = false): Cell {
  const { root, generation, store, issues, problemVisibility } = useEditor();
  const { name, ref: register } = useControl(path);
  const control = useRef<TextControl | null>(null);
  const place = useRef(path);
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  const seen = useRef<Json>(undefined);
  const leaf = getIn(store.get(), path);
  const drawn = useRef(false);
  const follow = useCallback(() => {
    const input = control.current;
    const leaf = getIn(store.get(), place.current);
    if (input === null) return;
    // Another row stands there now, or one where there was none: the next draw brings the right path and name.
    if (cellName(store.get(), place.current) !== name) return redraw();
    seen.current = leaf;
    if (isStructure(leaf) !== drawn.current) return redraw();
    const text = toLineFeeds(toText(leaf));
    // An input would drop the line breaks: the next draw makes it a text area.
    if (input instanceof HTMLInputElement && hasLineBreak(text)) return redraw();
    // Only where it differs: setting a value moves the caret.
    if (input.value !== text) input.value = text;
    fitRows(input);
  }, [store, name]);
  // Most keys are typed elsewhere: a look at the leaf is enough then.
  const glance = useCallback(() => {
    if (getIn(store.get(), place.current) !== seen.current) follow();
  }, [store, follow]);

  // At every draw, as the path may have moved.
  useLayoutEffect(() => {
    place.current = path;
    drawn.current = isStructure(leaf);
    follow();
  });
  useEffect(() => store.subscribe(glance), [store, glance]);

  const ref = useCallback(
    (input: TextControl | null) => {
      control.current = input;
      register(input);
    },
    [register],
  );

  const stored = () => toText(getIn(store.get(), place.current));
  const write = (written: string, typing: boolean) => {
    const at = place.current;
    const document = store.get();
    const value = fromText(written, spec, keepsEmpty);
    const next =
      value === undefined ? clearAt(root, document, at) : writeAt(root, document, at, value);
    const isWrong = issues.at(toPointer(at)).some((issue) => issue.kind !== 'missing');
    if (!isWrong) problemVisibility.startTyping(document, at);
    store.edit(next, { path: at, typing });
    // Under a field of another generation problems are warnings beside its own: left to the whole check.
    if (isOtherGeneration(root, at, generation)) return;
    const complaint = value === undefined ? undefined : complaintOf(spec, value, generation);
    issues.setFieldIssue(toPointer(at), complaint && fieldIssue(spec, complaint, at));
  };
  const text = toText(leaf);
  return {
    name,
    ref,
    text,
    defaultValue: toLineFeeds(text),
    isStructure: isStructure(leaf),
    onChange(event) {
      write(typedText(stored(), event.target), true);
      fitRows(event.target);
    },
    onReplace: (replaced, caret) => write(applyEdit(stored(), replaced, caret), false),
    onBlur: () => problemVisibility.touch(store.get(), place.current),
  };
}
