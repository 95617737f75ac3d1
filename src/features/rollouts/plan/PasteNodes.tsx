import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { readNodeTable, type CellProblem } from '#src/domain/rollout/read-node-table.ts';
import type { JsonObject } from '#src/json/value.ts';
import { TextArea } from '#src/ui/field/TextArea.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodeWords as words } from './node-words.ts';
import styles from './paste-nodes.module.css';

interface PasteNodesProps {
  nodes: readonly NodeRecord[];
  body: JsonObject | undefined;
  onAdd: (rows: readonly PlannedRow[]) => void;
  onClose: () => void;
}

/** A pasted list or table of nodes, checked cell by cell while it is typed. */
export function PasteNodes({ nodes, body, onAdd, onClose }: PasteNodesProps) {
  const translate = useTranslate();
  const id = useId();
  const [text, setText] = useState('');
  const takeFocus = useCallback((area: HTMLTextAreaElement | null) => area?.focus(), []);
  const deferred = useDeferredValue(text);
  const { rows, problems } = useMemo(
    () => readNodeTable(deferred, nodes, body),
    [deferred, nodes, body],
  );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{translate(words.pasteTitle)}</DialogTitle>
      <DialogContent className={styles.content ?? ''}>
        <p id={`${id}-help`} className={styles.help}>
          {translate(words.pasteHelp)}
        </p>
        <TextArea
          ref={takeFocus}
          wire
          minRows={8}
          aria-label={translate(words.pasteLabel)}
          aria-describedby={`${id}-help`}
          placeholder={translate(words.pasteExample)}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p role="status" className={styles.help}>
          {text !== '' && translate(words.read(rows.length, problems.length))}
        </p>
        {problems.length > 0 && <CellProblems problems={problems} />}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          {translate(words.cancel)}
        </Button>
        <Button
          variant="contained"
          disabled={rows.length === 0 || deferred !== text}
          onClick={() => onAdd(rows)}
        >
          {translate(words.addRows(rows.length))}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** More help no one. */
const MAX_SHOWN = 100;

function CellProblems({ problems }: { problems: readonly CellProblem[] }) {
  const translate = useTranslate();
  return (
    <>
      <table aria-label={translate(words.cells)} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate(words.line)}</th>
            <th scope="col">{translate(words.column)}</th>
            <th scope="col">{translate(words.value)}</th>
            <th scope="col">{translate(words.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, MAX_SHOWN).map(({ line, column, value, message }) => (
            <tr key={`${line} ${column} ${value} ${message.en}`}>
              <td data-label={translate(words.line)}>{line}</td>
              <td data-label={translate(words.column)} translate="no">
                <ForeignName text={column === '' ? '–' : column} />
              </td>
              <td data-label={translate(words.value)} translate="no">
                <ForeignName text={value} />
              </td>
              <td data-label={translate(words.reason)}>{translate(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > MAX_SHOWN && (
        <p className={styles.help}>{translate(words.moreProblems(problems.length - MAX_SHOWN))}</p>
      )}
    </>
  );
}
