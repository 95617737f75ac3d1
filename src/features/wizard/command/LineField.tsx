import { useEffect, useId, useRef, useState } from 'react';
import { joinCommandLine, splitCommandLine } from '#src/convert/command/split-line.ts';
import type { StringsSpec } from '#src/domain/core/spec/field.ts';
import { getIn } from '#src/json/get-in.ts';
import { isWithin, type Path } from '#src/json/path.ts';
import { asList, isJsonList, type Json } from '#src/json/value.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { useAllIssues, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { describedBy, FieldFrame, fieldIds } from '#src/ui/field/FieldFrame.tsx';
import { TextArea } from '#src/ui/field/TextArea.tsx';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { startupWords as words } from './words.ts';

interface LineFieldProps {
  path: Path;
  spec: StringsSpec;
}

/** A list of texts as a command line. A list with other values is shown as a list. */
export function LineField({ path, spec }: LineFieldProps) {
  const isTexts = useDocument((document) => textsAt(document, path) !== undefined);
  return isTexts ? <Line path={path} spec={spec} /> : <Field path={path} />;
}

/** The texts at a path; undefined if a value there is not a text. */
function textsAt(document: Json, path: Path): readonly string[] | undefined {
  const list = getIn(document, path);
  if (list === undefined) return none;
  const isTexts = isJsonList(list) && list.every((entry) => typeof entry === 'string');
  return isTexts ? (list as readonly string[]) : undefined;
}

const none: readonly string[] = Object.freeze([]);

function Line({ path, spec }: LineFieldProps) {
  const { store, problemVisibility, readOnly } = useEditor();
  const translate = useTranslate();
  const ids = fieldIds(useId());
  const { name, ref } = useControl(path);
  const { line, change } = useLine(path);
  const own = useAllIssues().filter(
    (issue) => isWithin(issue.path, path) && issue.kind !== 'missing',
  );
  const isOpen = splitCommandLine(line) === undefined;
  const issues = isOpen
    ? [{ severity: 'error' as const, message: translate(words.openQuote) }]
    : own;
  const language = useLanguage();
  const help = joinSentences(
    language,
    spec.help && translate(spec.help),
    translate(words.lineHelp),
  );
  return (
    <FieldFrame ids={ids} label={translate(spec.label)} help={help} issues={issues}>
      <TextArea
        id={ids.control}
        name={name}
        ref={ref}
        wire
        value={line}
        readOnly={readOnly}
        isWrong={issues.some(({ severity }) => severity === 'error')}
        aria-describedby={describedBy(ids, issues, true)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => change(target.value)}
        onBlur={() => problemVisibility.touch(store.get(), path)}
      />
    </FieldFrame>
  );
}

/**
 * The text of a line, which keeps its quotes and spaces as typed while the document has the same entries. A line with an
 * open quote waits until the user returns to it, unless the entries change meanwhile.
 */
function useLine(path: Path): { line: string; change: (line: string) => void } {
  const { root, store, alternatives } = useEditor();
  const read = () => textsAt(store.get(), path) ?? none;
  const keptName = () => `${cellName(store.get(), path)}/line`;
  const [line, setLine] = useState(() => {
    const [entries, open] = asList(alternatives.recall(keptName()));
    const list = joinCommandLine(read());
    return entries === list && typeof open === 'string' ? open : list;
  });
  const written = useRef(read());
  const follow = () => {
    const list = read();
    if (list === written.current) return;
    written.current = list;
    setLine((shown) => (isSame(splitCommandLine(shown), list) ? shown : joinCommandLine(list)));
  };
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => store.subscribe(() => latest.current()), [store]);
  return {
    line,
    change(next) {
      setLine(next);
      const entries = splitCommandLine(next);
      const isOpen = entries === undefined;
      alternatives.remember(keptName(), isOpen ? [joinCommandLine(read()), next] : undefined);
      if (isOpen || isSame(entries, read())) return;
      const document = store.get();
      store.edit(
        entries.length === 0
          ? clearAt(root, document, path)
          : writeAt(root, document, path, entries),
        { path, typing: true },
      );
    },
  };
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one?.length === other.length && one.every((entry, index) => entry === other[index]);
}
