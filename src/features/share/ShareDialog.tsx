import { useMemo, useState } from 'react';
import { findAllSecrets } from '#src/convert/secrets/find-copies.ts';
import { replaceSecrets } from '#src/convert/secrets/find-secrets.ts';
import { documentText } from '#src/document/document-text.ts';
import { toPointer } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { LargeDialog } from '#src/ui/blocks/LargeDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ReadyLink } from './ReadyLink.tsx';
import { SecretReview } from './SecretReview.tsx';
import styles from './share.module.css';
import { shareWords } from './share-words.ts';

interface ShareDialogProps {
  document: Json;
  /** The address of the page that opens the link, without a fragment. */
  page: string;
  /** The name for a file, without its ending. */
  name: string;
  onClose: () => void;
}

/** A link that contains the document. Whatever looks like a secret is shown and left out first. */
export function ShareDialog({ document, page, name, onClose }: ShareDialogProps) {
  const translate = useTranslate();
  const secrets = useMemo(() => findAllSecrets(document), [document]);
  /** The pointers of the values to keep; undefined until the user has confirmed the others. */
  const [kept, setKept] = useState<readonly string[] | undefined>(
    secrets.length === 0 ? [] : undefined,
  );
  const [isReviewed, setReviewed] = useState(false);
  const removed = useMemo(
    () => secrets.filter(({ path }) => !kept?.includes(toPointer(path))),
    [secrets, kept],
  );
  const text = useMemo(
    () => documentText(replaceSecrets(document, removed, ({ prefix }) => prefix)),
    [document, removed],
  );
  return (
    <LargeDialog
      title={translate(shareWords.title)}
      closeLabel={translate(shareWords.close)}
      className={styles.paper}
      onClose={onClose}
    >
      <div className={styles.body}>
        <p className={styles.intro}>{translate(shareWords.intro)}</p>
        {kept === undefined ? (
          <SecretReview
            secrets={secrets}
            onConfirm={(pointers) => {
              setKept(pointers);
              setReviewed(true);
            }}
            onCancel={onClose}
          />
        ) : (
          <ReadyLink
            key={text}
            page={page}
            text={text}
            name={name}
            removed={isReviewed ? removed.length : undefined}
            onReview={() => setKept(undefined)}
          />
        )}
      </div>
    </LargeDialog>
  );
}
