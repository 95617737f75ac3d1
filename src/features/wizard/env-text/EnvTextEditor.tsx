import Button from '@mui/material/Button';
import { Table2 } from 'lucide-react';
import { useCallback, useEffect, useId, useRef } from 'react';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { isSameList, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { ListFrame } from '#src/ui/lists/ListFrame.tsx';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { hiddenRows, type LineProblem, type EnvReading } from './env-text.ts';
import styles from './env-text.module.css';
import { useEnvText } from './use-env-text.ts';
import { envTextWords as words } from './words.ts';

interface EnvTextEditorProps {
  path: Path;
  /** True if the table hides the values. */
  isMasked: boolean;
  onClose: () => void;
}

/** The variables of a container as the text of a .env file. */
export function EnvTextEditor({ path, isMasked, onClose }: EnvTextEditorProps) {
  const translate = useTranslate();
  const { readOnly } = useEditor();
  const id = useId();
  const { area, name, attach } = useArea(path);
  const { text, read, change, discard } = useEnvText(path);
  const count = useDocument((document) => listAt(document, path)?.length ?? 0);
  const goToLine = (line: number) => {
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  };
  const discardText = () => {
    // The button disappears with the text.
    area.current?.focus();
    discard();
  };
  const isUnreadable = read.list === undefined;
  const close = () => {
    if (isUnreadable) goToLine(read.problems[0]!.line);
    else onClose();
  };
  return (
    <ListFrame
      headingId={`${id}-heading`}
      level="h2"
      layout="table"
      label={translate(containerGroup.fields.envs.label)}
      count={count}
      issues={[]}
      addButton={
        <Button size="small" variant="outlined" startIcon={<Table2 size={16} />} onClick={close}>
          {translate(words.close)}
        </Button>
      }
    >
      <div className={styles.body}>
        <label htmlFor={id} className={styles.label}>
          {translate(words.label)}
        </label>
        <div className={styles.editor}>
          <LineNumbers text={text} problems={read.problems} />
          <textarea
            ref={attach}
            id={id}
            name={name}
            value={text}
            readOnly={readOnly}
            rows={Math.max(8, text.split('\n').length + 1)}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-invalid={read.problems.length > 0}
            aria-describedby={`${id}-help ${id}-problems`}
            className={styles.area}
            onChange={({ target }) => change(target.value)}
          />
        </div>
        <div id={`${id}-help`} className={styles.help}>
          {translate(words.help)} {isMasked && translate(words.valuesShown)}
        </div>
        <div id={`${id}-problems`} role="status">
          {isUnreadable && (
            <div className={styles.unread}>
              <span>{translate(words.notApplied)}</span>
              <Button size="small" variant="text" onClick={discardText}>
                {translate(words.discard)}
              </Button>
            </div>
          )}
          <Problems problems={read.problems} onGoToLine={goToLine} />
          <Notes path={path} read={read} />
        </div>
      </div>
    </ListFrame>
  );
}

/** The text area, which takes the focus, also after a jump to a variable, for example from the list of problems. */
function useArea(path: Path) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { name, ref: register } = useControl(path);
  const attach = useCallback(
    (control: HTMLTextAreaElement | null) => {
      area.current = control;
      register(control);
    },
    [register],
  );
  useEffect(() => area.current?.focus(), []);
  return { area, name, attach };
}

/** The line numbers, with those of wrong lines marked. */
function LineNumbers({ text, problems }: { text: string; problems: readonly LineProblem[] }) {
  const wrong = new Set(problems.map(({ line }) => line));
  return (
    <div aria-hidden className={styles.numbers}>
      {text.split('\n').map((_, index) => {
        const line = index + 1;
        return (
          <span key={line} className={wrong.has(line) ? styles.wrong : undefined}>
            {line}
          </span>
        );
      })}
    </div>
  );
}

/** More problems are only counted. */
const MAX_SHOWN = 20;

function Problems(props: { problems: readonly LineProblem[]; onGoToLine: (line: number) => void }) {
  const { problems, onGoToLine } = props;
  const translate = useTranslate();
  if (problems.length === 0) return null;
  return (
    <ul aria-label={translate(words.problems)} className={styles.problems}>
      {problems.slice(0, MAX_SHOWN).map(({ line, message }) => (
        <li key={`${line} ${message.en}`}>
          <button type="button" onClick={() => onGoToLine(line)}>
            {translate(words.line(line))}
          </button>{' '}
          {translate(message)}
        </li>
      ))}
      {problems.length > MAX_SHOWN && <li>{translate(words.more(problems.length - MAX_SHOWN))}</li>}
    </ul>
  );
}

/** The parts that the text cannot show. */
function Notes({ path, read }: { path: Path; read: EnvReading }) {
  const translate = useTranslate();
  const hidden = useDocument((document) => hiddenRows(listAt(document, path) ?? []), isSameList);
  const names = hidden.slice(0, MAX_SHOWN).map((row) => {
    const name = isJsonObject(row) ? row.name : undefined;
    return typeof name === 'string' && name !== '' ? name : translate(words.unnamed);
  });
  if (hidden.length > MAX_SHOWN) names.push(translate(words.more(hidden.length - MAX_SHOWN)));
  const list = { en: names.join(', '), zh: names.join('、') };
  return (
    <>
      {hidden.length > 0 && (
        <div className={styles.note}>{translate(words.hidden(hidden.length, translate(list)))}</div>
      )}
      {read.comments > 0 && (
        <div className={styles.note}>{translate(words.comments(read.comments))}</div>
      )}
    </>
  );
}
