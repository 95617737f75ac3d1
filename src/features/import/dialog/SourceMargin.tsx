import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react';
import { SOURCE_LINE_HEIGHT, PADDING } from './source-lines.ts';
import styles from './source.module.css';

/** The most lines drawn in the margin; the text area shows no more at once. */
const MARGIN_LINES = 60;

export type LineMark = 'lost' | 'changed';

interface MarginProps {
  marks: ReadonlyMap<number, LineMark>;
  scrollTop: number;
}

/** Numbers and marks of a text that is not wrapped: only those of the lines in view. */
export function SourceMargin({ marks, scrollTop, lineCount }: MarginProps & { lineCount: number }) {
  const first = Math.max(0, Math.floor((scrollTop - PADDING) / SOURCE_LINE_HEIGHT));
  const count = Math.max(0, Math.min(MARGIN_LINES, lineCount - first));
  return (
    <div className={styles.margin} aria-hidden>
      {Array.from({ length: count }, (_, at) => first + at + 1).map((line) => (
        <div
          key={line}
          className={styles.number}
          data-mark={marks.get(line)}
          style={{ top: PADDING + (line - 1) * SOURCE_LINE_HEIGHT - scrollTop }}
        >
          <span>{line}</span>
        </div>
      ))}
    </div>
  );
}

/** Where the lines of a wrapped text are. */
export interface WrappedLines {
  /** Pixels from the start of the text; undefined if there is no such line. */
  topOf(line: number): number | undefined;
}

interface WrappedMarginProps extends MarginProps {
  lines: readonly string[];
  /** Its width, without a scroll bar, is where the text wraps. */
  area: RefObject<HTMLTextAreaElement | null>;
  ref: Ref<WrappedLines>;
}

/** Repeats the text invisibly behind the text area, so that each number and mark is as high as its wrapped line. */
export function WrappedMargin({ lines, marks, scrollTop, area, ref }: WrappedMarginProps) {
  const list = useRef<HTMLDivElement>(null);
  const width = useInnerWidth(area);
  useImperativeHandle(ref, () => ({
    topOf(line) {
      const elements = list.current?.children;
      const [first, wanted] = [elements?.[0], elements?.[line - 1]];
      return (
        first && wanted && wanted.getBoundingClientRect().top - first.getBoundingClientRect().top
      );
    },
  }));
  return (
    <div className={styles.margin} aria-hidden>
      <div
        ref={list}
        className={styles.wrapped}
        style={{ width, transform: `translateY(${-scrollTop}px)` }}
      >
        {lines.map((text, at) => (
          <div key={at} className={styles.line} data-mark={marks.get(at + 1)}>
            <span>{at + 1}</span>
            {/* An empty line is as high as any other. */}
            <span className={styles.copy}>{text === '' ? ' ' : text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The width of an element without its scroll bar, which appears and goes with the text. */
function useInnerWidth(ref: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
