import { useEffect, useState } from 'react';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { LargeDialog } from '#src/ui/blocks/LargeDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentChanges } from '#src/views/diff/DocumentChanges.tsx';
import styles from './changes.module.css';
import { changesWords } from './changes-words.ts';

/** A document to compare with. */
export interface ChangesSource {
  readonly id: string;
  /** In the language of the page. */
  readonly label: string;
  /** Resolves to undefined if it is no longer stored. */
  readonly load: () => Promise<Json | undefined>;
}

interface ChangesDialogProps {
  document: Json;
  /** Undefined while they are being read. */
  sources: readonly ChangesSource[] | undefined;
  /** Takes a change back, as one step; undefined while the document cannot be edited. */
  onRevert: ((next: Json, path: Path) => void) | undefined;
  onClose: () => void;
}

/** The changes of the document since an earlier version, or against another draft. Each can be taken back. */
export function ChangesDialog({ document, sources, onRevert, onClose }: ChangesDialogProps) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<string>();
  const source = sources?.find(({ id }) => id === chosen) ?? sources?.[0];
  const before = useSource(source);
  return (
    <LargeDialog
      title={translate(changesWords.title)}
      closeLabel={translate(changesWords.close)}
      className={styles.paper}
      beside={
        sources && (
          <label className={styles.since}>
            <span>{translate(changesWords.since)}</span>
            <SelectInput value={source?.id} onChange={(event) => setChosen(event.target.value)}>
              {sources.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </SelectInput>
          </label>
        )
      }
      onClose={onClose}
    >
      <div className={styles.body}>
        {before === undefined || source === undefined ? (
          <p role="status" className={styles.note}>
            {translate(changesWords.loading)}
          </p>
        ) : before.document === undefined ? (
          <p role="alert" className={styles.note}>
            {translate(changesWords.gone)}
          </p>
        ) : (
          <DocumentChanges
            key={source.id}
            before={before.document}
            after={document}
            labels={{ before: source.label, after: translate(changesWords.here) }}
            {...(onRevert && { onRevert })}
          />
        )}
      </div>
    </LargeDialog>
  );
}

/** The document of a source; undefined until it is read. */
function useSource(source: ChangesSource | undefined): { document: Json | undefined } | undefined {
  const [read, setRead] = useState<{ source: ChangesSource; document: Json | undefined }>();
  useEffect(() => {
    if (source === undefined) return undefined;
    let isGone = false;
    const show = (document: Json | undefined) => {
      if (!isGone) setRead({ source, document });
    };
    source.load().then(show, () => show(undefined));
    return () => {
      isGone = true;
    };
  }, [source]);
  return read?.source.id === source?.id ? read : undefined;
}
