import type { UseFormReturn } from 'react-hook-form';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import { EnvOptions } from './EnvOptions.tsx';
import type { ImportOptionInputs } from './import-options.ts';
import styles from './options.module.css';
import { VariableTable } from './VariableTable.tsx';

interface ImportOptionsProps {
  form: UseFormReturn<ImportOptionInputs>;
  result: ImportResult;
}

/** The options that the text offers: parts to choose, variables to fill in, the dialect of a .env file. */
export function ImportOptions({ form, result }: ImportOptionsProps) {
  const { kind, choices, variables } = result;
  const hasChoice = choices.length > 1;
  if (!hasChoice && variables.length === 0 && kind !== 'env') return null;
  return (
    <div className={styles.options}>
      {hasChoice && <Choices form={form} result={result} />}
      {kind === 'env' && <EnvOptions form={form} />}
      {variables.length > 0 && <VariableTable form={form} variables={variables} />}
    </div>
  );
}

/** All services are imported unless some are deselected; of any other kind, only one part is imported. */
function Choices({ form, result: { kind, choices } }: ImportOptionsProps) {
  const translate = useTranslate();
  const names = form.watch('names');
  const takesSeveral = kind === 'compose';
  const isChosen = (choice: (typeof choices)[number]) =>
    names.length === 0 ? choice.isChosen : names.includes(choice.name);
  const chosen = choices.filter(isChosen).map(({ name }) => name);
  const change = (name: string, checked: boolean) => {
    const next = takesSeveral
      ? checked
        ? [...chosen, name]
        : chosen.filter((one) => one !== name)
      : [name];
    if (next.length > 0) form.setValue('names', next);
  };
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>
        {translate(takesSeveral ? importWords.services : importWords.choose)}
      </legend>
      <div className={styles.choiceList}>
        {choices.map((choice) => (
          <label key={choice.name} className={styles.choice}>
            <input
              type={takesSeveral ? 'checkbox' : 'radio'}
              name="import-choice"
              checked={isChosen(choice)}
              onChange={(event) => change(choice.name, event.target.checked)}
            />
            <code>{choice.name}</code>
          </label>
        ))}
      </div>
      <p className={styles.help}>
        {translate(takesSeveral ? importWords.servicesHelp : importWords.chooseHelp)}
      </p>
    </fieldset>
  );
}
