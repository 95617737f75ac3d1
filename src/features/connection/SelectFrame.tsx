import {
  useId,
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { TextInput } from '#src/ui/controls/TextInput.tsx';

interface SelectFrameProps {
  label: string;
  name: string;
  onChange: ChangeEventHandler<HTMLSelectElement>;
  onBlur: FocusEventHandler<HTMLSelectElement>;
  ref: Ref<HTMLSelectElement>;
  children: ReactNode;
}

/** A labelled native select for the ordinary small forms, registered whole with react-hook-form. */
export function SelectFrame({ label, name, onChange, onBlur, ref, children }: SelectFrameProps) {
  const id = useId();
  return (
    <div>
      <label
        htmlFor={id}
        style={{ display: 'block', fontSize: 13, fontWeight: 500, marginBottom: 6 }}
      >
        {label}
      </label>
      <TextInput
        id={id}
        name={name}
        onChange={onChange as never}
        onBlur={onBlur as never}
        inputRef={ref}
        inputComponent={'select' as never}
        inputProps={{ children }}
      />
    </div>
  );
}
