import { KeyRound } from 'lucide-react';
import { useId } from 'react';
import type { SecretHandling } from '#src/convert/export/request/export-request.ts';
import type { FoundSecret } from '#src/convert/secrets/find-secrets.ts';
import { formatPath } from '#src/json/path.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './export.module.css';
import { exportDialogWords, secretHandlings } from './export-words.ts';

/** The most places that are listed. */
const MAX_LISTED = 5;

interface SecretsChoiceProps {
  secrets: readonly FoundSecret[];
  value: SecretHandling;
  onChange: (value: SecretHandling) => void;
}

/** Lists the values that look like secrets, never the values themselves, and asks what to do with them. */
export function SecretsChoice({ secrets, value, onChange }: SecretsChoiceProps) {
  const translate = useTranslate();
  const id = useId();
  const more = secrets.length - MAX_LISTED;
  return (
    <div className={styles.secrets}>
      <KeyRound size={18} aria-hidden className={styles.secretsIcon} />
      <div className={styles.secretsText}>
        <label htmlFor={id} className={styles.secretsTitle}>
          {translate(exportDialogWords.secrets(secrets.length))}
        </label>
        <ul className={styles.places}>
          {secrets.slice(0, MAX_LISTED).map(({ path, name }) => (
            <li key={formatPath(path)}>
              <code>{name || formatPath(path)}</code>
            </li>
          ))}
          {more > 0 && <li>{translate(exportDialogWords.more(more))}</li>}
        </ul>
        <p className={styles.hint}>{translate(exportDialogWords.secretHint)}</p>
      </div>
      <SelectInput
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value as SecretHandling)}
      >
        {(Object.keys(secretHandlings) as SecretHandling[]).map((handling) => (
          <option key={handling} value={handling}>
            {translate(secretHandlings[handling])}
          </option>
        ))}
      </SelectInput>
    </div>
  );
}
