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

/** Props that connect a text input to a leaf of the document. */
export interface Cell {
  readonly name: string;
  /** The text as stored; `defaultValue` has the line breaks of a control. */
  readonly text: string;
  readonly defaultValue: string;
  /** True for an object or list, which a text control can only show. */
  readonly isStructure: boolean;
  readonly onInput: (control: TextControl) => void;
  readonly onBlur: () => void;
  readonly onReplace: (text: string, caret: number) => void;
  readonly ref: (control: TextControl | null) => void;
}

/**
 * Connects an uncontrolled input to one leaf: it writes every key press to the document and follows changes made
 * elsewhere, both without rendering. With `keepsEmpty`, an empty text is a value and does not remove the key (env
 * values, members of lists).
 */
export function useCell(path: Path, spec: LeafSpec, keepsEmpty = false): Cell {
  const { root, generation, store, issues, problemVisibility } = useEditor();
  const { name, ref: register } = useControl(path);
  const control = useRef<TextControl | null>(null);
  const currentPath = useRef(path);
  const [, rerender] = useReducer((times: number) => times + 1, 0);

  const shownLeaf = useRef<Json>(undefined);
  const leaf = getIn(store.get(), path);
  const showsStructure = useRef(false);
  const updateInput = useCallback(() => {
    const input = control.current;
    const leaf = getIn(store.get(), currentPath.current);
    if (input === null) return;
    // The path belongs to another row now: render again with the current path and name.
    if (cellName(store.get(), currentPath.current) !== name) return rerender();
    shownLeaf.current = leaf;
    if (isStructure(leaf) !== showsStructure.current) return rerender();
    const text = toLineFeeds(toText(leaf));
    // An input would drop the line breaks: render a text area instead.
    if (input instanceof HTMLInputElement && hasLineBreak(text)) return rerender();
    // Setting a value moves the caret, even if it is the same.
    if (input.value !== text) input.value = text;
    fitRows(input);
  }, [store, name]);
  // Most changes are elsewhere in the document: comparing the leaf is enough for those.
  const onDocumentChange = useCallback(() => {
    if (getIn(store.get(), currentPath.current) !== shownLeaf.current) updateInput();
  }, [store, updateInput]);

  // After every render, because the path may have changed.
  useLayoutEffect(() => {
    currentPath.current = path;
    showsStructure.current = isStructure(leaf);
    updateInput();
  });
  useEffect(() => store.subscribe(onDocumentChange), [store, onDocumentChange]);

  const ref = useCallback(
    (input: TextControl | null) => {
      control.current = input;
      register(input);
    },
    [register],
  );

  const storedText = () => toText(getIn(store.get(), currentPath.current));
  const write = (text: string, typing: boolean) => {
    const path = currentPath.current;
    const document = store.get();
    const value = fromText(text, spec, keepsEmpty);
    const next =
      value === undefined ? clearAt(root, document, path) : writeAt(root, document, path, value);
    const isWrong = issues.at(toPointer(path)).some((issue) => issue.kind !== 'missing');
    if (!isWrong) problemVisibility.startTyping(document, path);
    store.edit(next, { path, typing });
    // The problems of a field of another generation are warnings of a rule, which only the full check finds.
    if (isOtherGeneration(root, path, generation)) return;
    const complaint = value === undefined ? undefined : complaintOf(spec, value, generation);
    issues.setFieldIssue(toPointer(path), complaint && fieldIssue(spec, complaint, path));
  };
  const text = toText(leaf);
  return {
    name,
    ref,
    text,
    defaultValue: toLineFeeds(text),
    isStructure: isStructure(leaf),
    onInput(control) {
      write(typedText(storedText(), control), true);
      fitRows(control);
    },
    onReplace: (replaced, caret) => write(applyEdit(storedText(), replaced, caret), false),
    onBlur: () => problemVisibility.touch(store.get(), currentPath.current),
  };
}
