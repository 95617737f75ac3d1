import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { toPointer, type Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { textWords } from '../words/text-words.ts';
import { outlineOf, type OutlineEntry } from './outline-of.ts';
import styles from './outline.module.css';

interface OutlineProps {
  id: string;
  onJump: (path: Path) => void;
}

/** The lists and objects of the document with their counts; each one leads to its place in the text. */
export function Outline({ id, onJump }: OutlineProps) {
  const { store, root } = useEditor();
  const translate = useTranslate();
  const document = useSyncExternalStore(store.subscribe, store.get);
  const entries = useMemo(() => outlineOf(root, document), [root, document]);
  return (
    <nav id={id} aria-label={translate(textWords.outline)} className={styles.outline}>
      {entries.length === 0 && <p className={styles.empty}>{translate(textWords.outlineEmpty)}</p>}
      <Entries entries={entries} onJump={onJump} />
    </nav>
  );
}

function Entries({
  entries,
  onJump,
}: { entries: readonly OutlineEntry[] } & Pick<OutlineProps, 'onJump'>) {
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <Entry key={toPointer(entry.path)} entry={entry} onJump={onJump} />
      ))}
    </ul>
  );
}

function Entry({ entry, onJump }: { entry: OutlineEntry } & Pick<OutlineProps, 'onJump'>) {
  const translate = useTranslate();
  const [isFolded, setFolded] = useState(false);
  const { path, label, count, children } = entry;
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <li>
      <div className={styles.row}>
        {children.length > 0 ? (
          <button
            type="button"
            aria-expanded={!isFolded}
            aria-label={translate(textWords.members(translate(label)))}
            className={styles.fold}
            onClick={() => setFolded(!isFolded)}
          >
            <Chevron size={14} aria-hidden />
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        <button
          type="button"
          data-entry
          className={styles.entry}
          onKeyDown={moveFocus}
          onClick={() => onJump(path)}
        >
          <span className={styles.label}>{translate(label)}</span>
          <span className={styles.count}>{count}</span>
        </button>
      </div>
      {!isFolded && children.length > 0 && <Entries entries={children} onJump={onJump} />}
    </li>
  );
}

/** The arrow keys move between the entries. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const { currentTarget } = event;
  const entries = [
    ...(currentTarget.closest('nav')?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
  ];
  entries[entries.indexOf(currentTarget) + step]?.focus();
  event.preventDefault();
}
