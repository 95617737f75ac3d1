import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { PaletteCommand } from './match/palette-command.ts';
import { kindWords, paletteWords } from './palette-words.ts';
import styles from './palette.module.css';
import { keysOf } from './shortcuts.ts';

interface ResultListProps {
  id: string;
  results: readonly PaletteCommand[];
  /** Index of the option that Enter runs. */
  current: number;
  optionId: (index: number) => string;
  onPoint: (index: number) => void;
  onRun: (command: PaletteCommand) => void;
}

/** The commands that match. The combobox keeps the focus and handles the keys. */
export function ResultList({ id, results, current, optionId, onPoint, onRun }: ResultListProps) {
  const translate = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, results]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={translate(paletteWords.results)}
      className={styles.list}
    >
      {results.map((command, index) => (
        <Option
          key={command.id}
          id={optionId(index)}
          command={command}
          isActive={index === current}
          onPoint={() => onPoint(index)}
          onRun={() => onRun(command)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  command: PaletteCommand;
  isActive: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function Option({ id, command, isActive, onPoint, onRun }: OptionProps) {
  const translate = useTranslate();
  const { title, detail, kind, keys } = command;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onRun}
      className={clsx(styles.option, isActive && styles.active)}
    >
      <span className={styles.words}>
        <span>{translate(title)}</span>
        {detail && <span className={styles.detail}>{translate(detail)}</span>}
      </span>
      {keys && <kbd className={styles.keys}>{keysOf(keys)}</kbd>}
      <span className={styles.kind}>{translate(kindWords[kind])}</span>
    </div>
  );
}
