import Box from '@mui/material/Box';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextInput } from './TextInput.tsx';

interface SelectInputProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: boolean;
  disabled?: boolean;
  describedBy?: string | undefined;
  ariaLabel?: string;
  name?: string;
  required?: boolean | undefined;
  children: ReactNode;
}

/** A native select in the look of the other inputs: quick to draw, right on phones, read by every screen reader. */
export function SelectInput(props: SelectInputProps) {
  const { id, value, onChange, onBlur, error, disabled, describedBy, ariaLabel, name, required } =
    props;
  return (
    <Box sx={{ position: 'relative' }}>
      <TextInput
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(onBlur && { onBlur })}
        error={error ?? false}
        disabled={disabled ?? false}
        inputComponent={'select' as never}
        inputProps={{
          'aria-describedby': describedBy,
          'aria-label': ariaLabel,
          'aria-required': required,
          name,
          children: props.children,
        }}
      />
      <ChevronDown
        size={16}
        aria-hidden
        style={{ position: 'absolute', right: 10, top: 10, pointerEvents: 'none' }}
      />
    </Box>
  );
}
