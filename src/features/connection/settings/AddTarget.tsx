import Button from '@mui/material/Button';
import { Copy } from 'lucide-react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { findPreset, presetNames, regions } from '#src/domain/api/regions.ts';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './add-target.module.css';
import { snippetAuths, targetSnippet } from './target-snippet.ts';

const resolver = formResolver(
  z.object({ preset: z.enum(presetNames), auth: z.enum(snippetAuths) }),
);

/** Offers operators a targets file to copy. The page cannot add targets; only the server's configuration can. */
export function AddTarget() {
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const form = useForm({
    resolver,
    defaultValues: { preset: presetNames[0] ?? '', auth: snippetAuths[0] },
  });
  const { preset, auth } = form.watch();
  const copy = form.handleSubmit(async (values) => {
    try {
      await navigator.clipboard.writeText(targetSnippet(values.preset, values.auth));
      notify({ text: t('connection.add.copied') });
    } catch {
      // The browser refused, or the page is served without TLS and has no clipboard.
      notify({ text: t('connection.add.refused') });
    }
  });
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t('connection.add.title')}</summary>
      <div className={styles.form}>
        <div className={styles.help}>{t('connection.add.help')}</div>
        <FormSelect
          label={t('connection.add.host')}
          help={findPreset(preset)?.endpoint}
          registration={form.register('preset')}
        >
          {presetNames.map((name) => (
            <option key={name} value={name}>
              {translate(labelOf(name))} · {name}
            </option>
          ))}
        </FormSelect>
        <FormSelect label={t('connection.signIn.label')} registration={form.register('auth')}>
          {snippetAuths.map((kind) => (
            <option key={kind} value={kind}>
              {t(`connection.add.${kind}`)}
            </option>
          ))}
        </FormSelect>
        <pre role="region" aria-label={t('connection.add.file')} className={styles.file}>
          {targetSnippet(preset, auth)}
        </pre>
        <div className={styles.row}>
          <Button
            size="small"
            variant="outlined"
            startIcon={<Copy size={16} aria-hidden />}
            // Not a submit button: this form is inside the form of the connection settings.
            onClick={() => void copy()}
          >
            {t('connection.add.copy')}
          </Button>
          <div className={styles.next}>{t('connection.add.next')}</div>
        </div>
      </div>
    </details>
  );
}

function labelOf(preset: string) {
  const region = findPreset(preset)?.region;
  return regions.find(({ id }) => id === region)?.label ?? { en: preset, zh: preset };
}
