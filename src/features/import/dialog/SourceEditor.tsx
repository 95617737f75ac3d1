import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { ConversionSummary } from '#src/views/report/conversion-summary.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import { SourceMargin, WrappedMargin, type LineMark, type WrappedLines } from './SourceMargin.tsx';
import { SOURCE_LINE_HEIGHT } from './source-lines.ts';
import styles from './source.module.css';

/** Longer texts are shown only in part, because the browser lays out the whole text of a text area. */
const MAX_EDITABLE = 200_000;
const SHOWN_LINES = 400;
/** Longer texts are not wrapped: the browser would lay them out twice, since the margin repeats a wrapped text. */
const MAX_WRAPPED = 20_000;

/** Moves the caret to a line of the text. */
export interface SourceHandle {
  goToLine(line: number): void;
}

interface SourceEditorProps {
  text: string;
  /** Marks the lines whose values were lost or changed. */
  summary: Pick<ConversionSummary, 'report'> | undefined;
  /** The line with the error. */
  refusedLine: number | undefined;
  onChange: (text: string) => void;
  ref: Ref<SourceHandle>;
}

/** The text to import, with line numbers and marks on the lines that the report mentions. */
export function SourceEditor({ text, summary, refusedLine, onChange, ref }: SourceEditorProps) {
  const translate = useTranslate();
  const area = useRef<HTMLTextAreaElement>(null);
  const wrappedLines = useRef<WrappedLines>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const isLarge = text.length > MAX_EDITABLE;
  const shown = useMemo(() => (isLarge ? firstLines(text) : text), [text, isLarge]);
  const isWrapped = text.length <= MAX_WRAPPED;
  const lineCount = useMemo(() => countLineBreaks(text) + 1, [text]);
  const marks = useMemo(() => marksOf(summary, refusedLine), [summary, refusedLine]);
  useImperativeHandle(ref, () => ({
    goToLine(line) {
      const element = area.current;
      if (element === null) return;
      const [start, end] = lineRange(element.value, line);
      element.focus();
      element.setSelectionRange(start, end);
      const top = wrappedLines.current?.topOf(line) ?? (line - 1) * SOURCE_LINE_HEIGHT;
      element.scrollTop = Math.max(0, top - 3 * SOURCE_LINE_HEIGHT);
    },
  }));
  useEffect(() => area.current?.focus(), []);
  return (
    <div className={styles.editor}>
      <div className={styles.frame}>
        {isWrapped ? (
          <WrappedMargin
            ref={wrappedLines}
            lines={shown.split('\n')}
            marks={marks}
            scrollTop={scrollTop}
            area={area}
          />
        ) : (
          <SourceMargin
            lineCount={isLarge ? SHOWN_LINES : lineCount}
            marks={marks}
            scrollTop={scrollTop}
          />
        )}
        <textarea
          ref={area}
          aria-label={translate(importWords.text)}
          className={styles.area}
          data-wrapped={isWrapped}
          value={shown}
          readOnly={isLarge}
          placeholder={translate(importWords.placeholder)}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={refusedLine !== undefined}
          onChange={(event) => onChange(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            // The browser would lay out the whole text before the page could shorten it.
            if (pasted.length <= MAX_EDITABLE) return;
            event.preventDefault();
            onChange(pasted);
          }}
          onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        />
      </div>
      {isLarge && (
        <p className={styles.large}>
          {translate(importWords.large(lineCount, Math.min(SHOWN_LINES, lineCount)))}
        </p>
      )}
    </div>
  );
}

/** The first lines, with very long ones cut. */
function firstLines(text: string): string {
  return text
    .slice(0, MAX_EDITABLE)
    .split('\n', SHOWN_LINES)
    .map((line) => line.slice(0, 500))
    .join('\n');
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Where a line begins and ends, counted from 1. */
function lineRange(text: string, line: number): readonly [number, number] {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}

function marksOf(
  summary: SourceEditorProps['summary'],
  refusedLine: number | undefined,
): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  if (refusedLine !== undefined) marks.set(refusedLine, 'lost');
  if (summary === undefined) return marks;
  for (const level of ['changed', 'lost'] as const)
    for (const { line, file } of summary.report[level].items)
      if (file === undefined) marks.set(line, level);
  return marks;
}
