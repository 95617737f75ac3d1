import { namePath, ofOwner } from '#src/convert/diff/path-names.ts';
import type { MergeConflict, Side } from '#src/convert/merge/merge-documents.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

interface ConflictsCardProps {
  conflicts: readonly MergeConflict[];
  chosen: ReadonlyMap<string, Side>;
  /** The document at hand, for naming rows. */
  document: Json;
  onChoose: (key: string, side: Side) => void;
}

/** The fields that the user and others changed in different ways, each with a choice. */
export function ConflictsCard({ conflicts, chosen, document, onChoose }: ConflictsCardProps) {
  const translate = useTranslate();
  return (
    <Card
      title={translate(words.conflicts)}
      note={String(conflicts.length)}
      help={translate(words.conflictsHelp)}
    >
      {conflicts.map((conflict) => {
        const { key, path } = conflict;
        const { field, owner } = namePath(document, path);
        return (
          <fieldset key={key} className={styles.conflict}>
            <legend>{translate(ofOwner(field, owner))}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={styles.side}>
                <input
                  type="radio"
                  name={`conflict ${key}`}
                  checked={chosen.get(key) === side}
                  onChange={() => onChoose(key, side)}
                />
                <span>
                  <span className={styles.sideName}>{translate(words[side])}</span>
                  <SideValue value={conflict[side]} absent={words.absent} />
                </span>
              </label>
            ))}
            <div className={styles.before}>
              <span>{translate(words.before)}</span>
              <SideValue value={conflict.base} absent={words.none} />
            </div>
          </fieldset>
        );
      })}
    </Card>
  );
}

function SideValue({ value, absent }: { value: Json | undefined; absent: Text }) {
  const translate = useTranslate();
  if (value === undefined) return <em>{translate(absent)}</em>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <code>
      <ForeignText text={text} />
    </code>
  );
}
