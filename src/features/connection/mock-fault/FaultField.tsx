import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { faults } from './faults.ts';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

interface FaultFieldProps {
  /** The fault chosen at the moment; empty for none. */
  value: string;
  registration: UseFormRegisterReturn;
}

/** How the embedded mock shall fail with the next creates, for trying what the page does then. */
export function FaultField({ value, registration }: FaultFieldProps) {
  const t = useWords();
  const translate = useTranslate();
  const chosen = faults.find((fault) => fault.name === value);
  return (
    <FormSelect
      label={t('connection.fault.label')}
      help={chosen ? translate(chosen.does) : t('connection.fault.help')}
      registration={registration}
    >
      <option value="">{t('connection.fault.none')}</option>
      {faults.map((fault) => (
        <option key={fault.name} value={fault.name}>
          {translate(fault.label)}
        </option>
      ))}
    </FormSelect>
  );
}
