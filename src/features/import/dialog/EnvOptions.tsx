import type { UseFormReturn } from 'react-hook-form';
import { asList, asObject, type Json } from '#src/json/value.ts';
import { getIn } from '#src/json/get-in.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import { envLists, NEW_DOCUMENT, type ImportOptionInputs } from './import-options.ts';
import styles from './options.module.css';

/** How a .env text is read, and the container that gets its variables. */
export function EnvOptions({ form }: { form: UseFormReturn<ImportOptionInputs> }) {
  const translate = useTranslate();
  const document = useDocument((current) => current);
  const mode = form.watch('envMode');
  const isNew = form.watch('envContainer') === NEW_DOCUMENT;
  return (
    <div className={styles.env}>
      <FormSelect label={translate(importWords.dialect)} registration={form.register('dialect')}>
        {(['compose', 'docker'] as const).map((dialect) => (
          <option key={dialect} value={dialect}>
            {translate(importWords.dialects[dialect])}
          </option>
        ))}
      </FormSelect>
      <FormSelect
        label={translate(importWords.envContainer)}
        registration={form.register('envContainer')}
      >
        {envLists.flatMap((list) =>
          containerNames(document, list).map((name, index) => (
            <option key={`${list} ${index}`} value={`${list} ${index}`}>
              {list === 'containers' ? name : translate(importWords.initContainer(name))}
            </option>
          )),
        )}
        <option value={NEW_DOCUMENT}>{translate(importWords.envNew)}</option>
      </FormSelect>
      {!isNew && (
        <Segments
          label={translate(importWords.envMode)}
          value={mode}
          onChange={(value) => form.setValue('envMode', value)}
          segments={(['merge', 'replace'] as const).map((value) => ({
            value,
            label: translate(importWords.envModes[value]),
            help: translate(importWords.envModeHelp[value]),
          }))}
        />
      )}
    </div>
  );
}

function containerNames(document: Json, list: (typeof envLists)[number]): readonly string[] {
  return asList(getIn(document, ['deployment', 'template', list])).map((container, index) => {
    const { name } = asObject(container);
    return typeof name === 'string' && name !== '' ? name : `#${index + 1}`;
  });
}
