import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSay } from '#src/ui/say.ts';
import { faults } from './faults.ts';
import { SelectFrame } from './SelectFrame.tsx';

interface FaultFieldProps {
  /** The fault chosen at the moment; empty for none. */
  value: string;
  registration: UseFormRegisterReturn;
}

/** How the embedded mock shall fail with the next creates, for trying what the page does then. */
export function FaultField({ value, registration }: FaultFieldProps) {
  const { t } = useTranslation();
  const say = useSay();
  const chosen = faults.find((fault) => fault.name === value);
  return (
    <SelectFrame
      label={t('connection.fault.label')}
      help={chosen ? say(chosen.does) : t('connection.fault.help')}
      {...registration}
    >
      <option value="">{t('connection.fault.none')}</option>
      {faults.map((fault) => (
        <option key={fault.name} value={fault.name}>
          {say(fault.label)}
        </option>
      ))}
    </SelectFrame>
  );
}
