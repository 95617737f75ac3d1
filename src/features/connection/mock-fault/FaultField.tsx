import type { UseFormRegisterReturn } from 'react-hook-form';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { faults } from './faults.ts';

interface FaultFieldProps {
  /** The chosen fault; empty for none. */
  value: string;
  registration: UseFormRegisterReturn;
}

/** Chooses how the embedded mock fails create requests, to see how the page handles it. */
export function FaultField({ value, registration }: FaultFieldProps) {
  const t = useWords();
  const chosen = faults.find((name) => name === value);
  return (
    <FormSelect
      label={t('connection.fault.label')}
      help={chosen ? t(`mockFault.${chosen}.effect`) : t('connection.fault.help')}
      registration={registration}
    >
      <option value="">{t('connection.fault.none')}</option>
      {faults.map((name) => (
        <option key={name} value={name}>
          {t(`mockFault.${name}.label`)}
        </option>
      ))}
    </FormSelect>
  );
}
