import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { visuallyHidden } from '#src/ui/visually-hidden.ts';

interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string | undefined;
}

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  segments: readonly Segment<V>[];
  onChange: (value: V) => void;
  disabled?: boolean;
  /** Hide the legend where a heading says the same. It stays for screen readers. */
  hideLabel?: boolean;
  children?: ReactNode;
}

/** A choice of a few, all in sight: native radios drawn as one bar, so arrows and screen readers just work. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, value, segments, onChange, disabled, hideLabel } = props;
  const name = useId();
  return (
    <Box component="fieldset" disabled={disabled} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box
        component="legend"
        sx={
          hideLabel
            ? visuallyHidden
            : { p: 0, mb: '6px', fontSize: 13, lineHeight: '18px', fontWeight: 500 }
        }
      >
        {label}
      </Box>
      <Box
        sx={{
          display: 'inline-flex',
          flexWrap: 'wrap',
          border: '1px solid',
          borderColor: 'field.border',
          borderRadius: '6px',
          overflow: 'hidden',
          maxWidth: '100%',
        }}
      >
        {segments.map((segment) => (
          <Box
            key={segment.value}
            component="label"
            title={segment.help}
            sx={(theme) => ({
              position: 'relative',
              px: 1.75,
              py: '7px',
              fontSize: 14,
              lineHeight: '20px',
              cursor: disabled ? 'default' : 'pointer',
              borderLeft: '1px solid',
              borderColor: 'field.border',
              ml: '-1px',
              bgcolor: segment.value === value ? 'ground.chosen' : 'field.surface',
              fontWeight: segment.value === value ? 600 : 400,
              '&:hover': { bgcolor: segment.value === value ? 'ground.chosen' : 'ground.hover' },
              '&:has(:focus-visible)': {
                boxShadow: `inset 0 0 0 2px ${theme.vars.palette.primary.main}`,
              },
            })}
          >
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
              style={{ position: 'absolute', opacity: 0, inset: 0, margin: 0, cursor: 'inherit' }}
            />
            {segment.label}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
