import Button from '@mui/material/Button';
import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { FoundSecret } from '#src/convert/secrets/find-secrets.ts';
import { formatPath, toPointer } from '#src/json/path.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { firstItems } from '#src/views/first-items.ts';
import { GrowingList } from '#src/views/GrowingList.tsx';
import styles from './share.module.css';
import { shareWords } from './share-words.ts';

/** The most values that are listed; the others are left out of the link. */
const MAX_LISTED = 1000;

interface SecretReviewProps {
  secrets: readonly FoundSecret[];
  /** Gets the pointers of the values to keep. */
  onConfirm: (kept: readonly string[]) => void;
  onCancel: () => void;
}

/** Every value that is left out of the link. The user sees each one, and can keep it. */
export function SecretReview({ secrets, onConfirm, onCancel }: SecretReviewProps) {
  const translate = useTranslate();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const form = useForm({ defaultValues: { kept: [] as string[] } });
  const submit = form.handleSubmit(({ kept }) => onConfirm(kept));
  const Icon = isShown ? EyeOff : Eye;
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.review}>
      <section aria-labelledby={id} className={styles.secrets}>
        <div className={styles.secretsHead}>
          <KeyRound size={18} aria-hidden className={styles.secretsIcon} />
          <h3 id={id} className={styles.secretsTitle}>
            {translate(shareWords.secrets(secrets.length))}
          </h3>
          <Button
            size="small"
            variant="text"
            startIcon={<Icon size={16} aria-hidden />}
            onClick={() => setShown(!isShown)}
          >
            {translate(isShown ? shareWords.hideValues : shareWords.showValues)}
          </Button>
        </div>
        <GrowingList
          className={styles.list}
          list={firstItems(secrets, MAX_LISTED)}
          row={({ path, name, value }) => (
            <li key={toPointer(path)} className={styles.row}>
              <span className={styles.place}>
                {name !== '' && <strong>{name}</strong>}
                <code>{formatPath(path)}</code>
              </span>
              <span className={styles.value}>
                {isShown ? <ForeignText text={value} /> : '••••••••'}
              </span>
              <label className={styles.keep}>
                <input
                  type="checkbox"
                  value={toPointer(path)}
                  aria-label={translate(shareWords.keepOne(formatPath(path)))}
                  {...form.register('kept')}
                />
                {translate(shareWords.keep)}
              </label>
            </li>
          )}
        />
        <p className={styles.hint}>{translate(shareWords.secretsHelp)}</p>
      </section>
      <div className={styles.actions}>
        <Button variant="text" onClick={onCancel}>
          {translate(shareWords.cancel)}
        </Button>
        <Button type="submit" variant="contained">
          {translate(shareWords.create)}
        </Button>
      </div>
    </form>
  );
}
