import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useId, type ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

interface FormLineProps {
  label: string;
  help: ReactNode;
  error: string | undefined;
  registration: UseFormRegisterReturn;
  type?: 'text' | 'password' | 'datetime-local';
  /** Monospace, as what goes over the wire. */
  wire?: boolean;
  /** Takes the focus when it comes: the first thing to fill in of a dialog. */
  takesFocus?: boolean;
  /** The help is a warning. */
  warns?: boolean;
  /** Puts the mistake right; offered beside it. */
  fix?: (() => void) | undefined;
}

/** A labelled input of the ordinary small forms, with quiet help or its mistake below. */
export function FormLine(props: FormLineProps) {
  const { label, help, error, registration, type = 'text', wire, takesFocus, warns, fix } = props;
  const t = useWords();
  const id = useId();
  useEffect(() => {
    if (takesFocus) document.getElementById(id)?.focus();
  }, [id, takesFocus]);
  return (
    <div>
      <label htmlFor={id} style={labelStyle}>
        {label}
      </label>
      <TextInput
        {...registration}
        id={id}
        type={type}
        wire={wire}
        isWrong={error !== undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
      />
      <Box
        id={`${id}-help`}
        sx={{
          mt: 0.5,
          fontSize: 12,
          lineHeight: '18px',
          color: error ? 'error.main' : warns ? 'warning.main' : 'text.secondary',
        }}
      >
        {error ?? help}
        {error && fix && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => {
              fix();
              document.getElementById(id)?.focus();
            }}
            sx={{ display: 'flex', mt: 0.5 }}
          >
            {t('connection.fix')}
          </Button>
        )}
      </Box>
    </div>
  );
}

interface FixedLineProps {
  label: string;
  value: string;
  /** Monospace, as what goes over the wire. */
  wire?: boolean;
}

/** What the configuration of the target fixes: shown like a field, but not one. */
export function FixedLine({ label, value, wire }: FixedLineProps) {
  return (
    <div>
      <Box sx={{ fontSize: 13, fontWeight: 500, lineHeight: '18px', mb: 0.5 }}>{label}</Box>
      <Box
        sx={(theme) => ({
          fontSize: wire ? 13 : 14,
          lineHeight: '20px',
          overflowWrap: 'anywhere',
          ...(wire && { fontFamily: theme.wireFont }),
        })}
      >
        {value}
      </Box>
    </div>
  );
}

/** How the label above an input looks. */
export const labelStyle = {
  display: 'block',
  fontSize: 13,
  lineHeight: '18px',
  fontWeight: 500,
  marginBottom: 6,
} as const;
