import Box from '@mui/material/Box';
import { ChevronDown } from 'lucide-react';
import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { TextInput } from '#src/ui/controls/TextInput.tsx';
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
      <Box sx={{ position: 'relative' }}>
        <TextInput
          id={id}
          name={name}
          onChange={onChange as never}
          onBlur={onBlur as never}
          inputRef={ref}
          inputComponent={'select' as never}
          inputProps={{ children, ...(help && { 'aria-describedby': `${id}-help` }) }}
        />
        <ChevronDown size={16} aria-hidden style={chevronStyle} />
      </Box>
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

const chevronStyle = {
  position: 'absolute',
  right: 10,
  top: 10,
  pointerEvents: 'none',
} as const;
