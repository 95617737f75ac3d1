import type { UseFormReturn } from 'react-hook-form';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import type { ImportOptionInputs } from './import-options.ts';
import styles from './options.module.css';

/** More rows would make each key press slow; a compose file with more variables gets their values from an env file. */
const MAX_ROWS = 100;

interface VariableTableProps {
  form: UseFormReturn<ImportOptionInputs>;
  variables: ImportResult['variables'];
}

/** The variables of a compose file, to be filled in. */
export function VariableTable({ form, variables }: VariableTableProps) {
  const translate = useTranslate();
  return (
    <div>
      <div id="import-variables" className={styles.label}>
        {translate(importWords.variables)}
      </div>
      <table aria-labelledby="import-variables" className={styles.variables}>
        <thead>
          <tr>
            <th scope="col">{translate(importWords.variableName)}</th>
            <th scope="col">{translate(importWords.variableValue)}</th>
            <th scope="col">{translate(importWords.variableDefault)}</th>
          </tr>
        </thead>
        <tbody>
          {variables.slice(0, MAX_ROWS).map(({ name, value, fallback, isRequired }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <TextInput
                  {...form.register(`variables.${name}`)}
                  wire
                  aria-label={translate(importWords.valueOf(name))}
                  isWrong={isRequired && value === undefined}
                  autoComplete="off"
                  spellCheck={false}
                />
              </td>
              <td>
                {value !== undefined && !form.getValues(`variables.${name}`) ? (
                  <>
                    <code>{value}</code> <small>{translate(importWords.fromFile)}</small>
                  </>
                ) : fallback !== undefined && fallback !== '' ? (
                  <code>{fallback}</code>
                ) : isRequired && value === undefined ? (
                  <span className={styles.required}>{translate(importWords.required)}</span>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.help}>{translate(importWords.variablesHelp)}</p>
    </div>
  );
}
