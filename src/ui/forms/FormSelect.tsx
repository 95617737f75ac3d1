import { useId, type ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import styles from './forms.module.css';

interface FormSelectProps {
  label: string;
  registration: UseFormRegisterReturn;
  help?: ReactNode;
  children: ReactNode;
}

/** A native select with its label and help. */
export function FormSelect({ label, registration, help, children }: FormSelectProps) {
  const id = useId();
  const { name, onChange, onBlur, ref } = registration;
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <SelectInput
        id={id}
        name={name}
        onChange={(event) => void onChange(event)}
        onBlur={(event) => void onBlur(event)}
        ref={ref}
        aria-describedby={help ? `${id}-help` : undefined}
      >
        {children}
      </SelectInput>
      {help && (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      )}
    </div>
  );
}
