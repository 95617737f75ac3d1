import Dialog from '@mui/material/Dialog';
import visuallyHidden from '@mui/utils/visuallyHidden';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import type { PaletteCommand } from './match/palette-command.ts';
import { prepareSearch, rankCommands } from './match/rank-commands.ts';
import { paletteWords } from './palette-words.ts';
import styles from './palette.module.css';
import { ResultList } from './ResultList.tsx';

const MAX_RESULTS = 50;

interface CommandPaletteProps {
  commands: readonly PaletteCommand[];
  onClose: () => void;
  /** Closes the palette, then runs the command. */
  onRun: (command: PaletteCommand) => void;
}

/** A combobox over everything the page can show or do. */
export function CommandPalette({ commands, onClose, onRun }: CommandPaletteProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query);
  const results = useMemo(
    () => rankCommands(commands, asked, language, MAX_RESULTS),
    [commands, asked, language],
  );
  useEffect(() => prepareSearch(commands), [commands]);
  const current = Math.min(active, results.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, current, results.length);
    if (next !== undefined) setActive(next);
    else if (!isPlainEnter(event)) return;
    else {
      // Enter may follow the last letter before its results are rendered.
      const [first] = asked === query ? [] : rankCommands(commands, query, language, 1);
      const chosen = first ?? results[current];
      if (chosen) onRun(chosen);
    }
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-label={translate(paletteWords.title)}
      slotProps={{ paper: { className: styles.paper } }}
    >
      <div className={styles.search}>
        <Search size={18} aria-hidden />
        <input
          ref={focusInput}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={translate(paletteWords.label)}
          placeholder={translate(paletteWords.placeholder)}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={results.length > 0 ? optionId(current) : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className={styles.input}
        />
      </div>
      <ResultList
        id={`${id}-list`}
        results={results}
        current={current}
        optionId={optionId}
        onPoint={setActive}
        onRun={onRun}
      />
      {results.length === 0 && <div className={styles.none}>{translate(paletteWords.none)}</div>}
      <div aria-live="polite" style={visuallyHidden}>
        {translate(paletteWords.count(results.length))}
      </div>
      <div className={styles.footer}>{translate(paletteWords.help)}</div>
    </Dialog>
  );
}

/** The palette opens to type into it. */
function focusInput(input: HTMLInputElement | null): void {
  input?.focus();
}

/** The index that an arrow key leads to; undefined for other keys. */
function nextActive(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current + count - 1) % count;
  if (key === 'PageDown') return Math.min(current + 8, count - 1);
  if (key === 'PageUp') return Math.max(current - 8, 0);
  return undefined;
}
