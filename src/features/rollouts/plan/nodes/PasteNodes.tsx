import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, useId, useState } from 'react';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { CellProblem } from '#src/domain/rollout/read-node-table.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { JsonObject } from '#src/json/value.ts';
import { FileButton } from '#src/ui/blocks/FileButton.tsx';
import { TextArea } from '#src/ui/field/TextArea.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { decodeTable } from './decode-table.ts';
import { nodeWords as words } from './node-words.ts';
import styles from './paste-nodes.module.css';
import type { PlanWorker } from '../worker/create-plan-worker.ts';
import { useTable, type TableState } from '../worker/use-table.ts';

interface PasteNodesProps {
  worker: PlanWorker;
  nodes: readonly NodeRecord[];
  body: JsonObject | undefined;
  onAdd: (rows: readonly PlannedRow[]) => void;
  onClose: () => void;
}

/** A pasted list or table of nodes, checked cell by cell while it is typed. */
export function PasteNodes({ worker, nodes, body, onAdd, onClose }: PasteNodesProps) {
  const translate = useTranslate();
  const id = useId();
  const [text, setText] = useState('');
  const takeFocus = useCallback((area: HTMLTextAreaElement | null) => area?.focus(), []);
  const reading = useTable({ worker, text, nodes, body });
  const count = typeof reading === 'object' ? reading.rows.length : 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{translate(words.pasteTitle)}</DialogTitle>
      <DialogContent className={styles.content ?? ''}>
        <p id={`${id}-help`} className={styles.help}>
          {translate(words.pasteHelp)}
        </p>
        <div className={styles.paste}>
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
        </div>
        <OpenFile onText={setText} />
        <p role="status" className={styles.help}>
          {text !== '' && translate(sentenceOf(reading))}
        </p>
        {typeof reading === 'object' && reading.problems.length > 0 && (
          <CellProblems problems={reading.problems} />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          {translate(words.cancel)}
        </Button>
        <Button
          variant="contained"
          disabled={count === 0}
          onClick={() => typeof reading === 'object' && onAdd(reading.rows)}
        >
          {translate(words.addRows(count))}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Opens a file instead of pasting its text. */
function OpenFile({ onText }: { onText: (text: string) => void }) {
  const translate = useTranslate();
  const [isWrong, setWrong] = useState(false);
  const open = async (file: File) => {
    const text = decodeTable(new Uint8Array(await file.arrayBuffer()));
    setWrong(text === undefined);
    if (text !== undefined) onText(text);
  };
  return (
    <div className={styles.file}>
      <FileButton
        label={translate(words.openFile)}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        variant="outlined"
        onFiles={([file]) => void open(file)}
      />
      {isWrong && (
        <span role="alert" className={styles.bad}>
          {translate(words.notText)}
        </span>
      )}
    </div>
  );
}

function sentenceOf(reading: TableState): Text {
  if (reading === 'failed') return words.unread;
  return reading ? words.read(reading.rows.length, reading.problems.length) : words.reading;
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
