import Box from '@mui/material/Box';
import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { labelStyle } from './FormLine.tsx';

interface SelectFrameProps {
  label: string;
  name: string;
  onChange: ChangeEventHandler<HTMLSelectElement>;
  onBlur: FocusEventHandler<HTMLSelectElement>;
  ref: Ref<HTMLSelectElement>;
  help?: ReactNode;
  children: ReactNode;
}

/** A labelled native select for the ordinary small forms, registered whole with react-hook-form. */
export function SelectFrame(props: SelectFrameProps) {
  const { label, name, onChange, onBlur, ref, help, children } = props;
  const id = useId();
  return (
    <div>
      <label htmlFor={id} style={labelStyle}>
        {label}
      </label>
      <SelectInput
        id={id}
        name={name}
        onChange={onChange}
        onBlur={onBlur}
        ref={ref}
        aria-describedby={help ? `${id}-help` : undefined}
      >
        {children}
      </SelectInput>
      {help && (
        <Box
          id={`${id}-help`}
          sx={{ mt: 0.5, fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}
        >
          {help}
        </Box>
      )}
    </div>
  );
}
