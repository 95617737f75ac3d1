import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import type {} from '#src/ui/theme.ts';

/** The one look of an input: text, number, select and text area alike. */
export const TextInput = styled(InputBase)(({ theme }) => ({
  minHeight: 36,
  width: '100%',
  borderRadius: 6,
  border: `1px solid ${theme.vars.palette.field.border}`,
  backgroundColor: theme.vars.palette.field.surface,
  fontSize: 14,
  lineHeight: '20px',
  '& .MuiInputBase-input': { padding: '7px 12px', height: 20, lineHeight: '20px' },
  '& textarea.MuiInputBase-input': { height: 'auto', minHeight: 20, resize: 'vertical' },
  '&.MuiInputBase-multiline': { padding: 0 },
  '& .MuiInputBase-input::placeholder': { color: theme.vars.palette.text.secondary, opacity: 0.9 },
  '&:hover': { borderColor: theme.vars.palette.text.secondary },
  '&.Mui-focused': {
    borderColor: theme.vars.palette.primary.main,
    boxShadow: `0 0 0 1px ${theme.vars.palette.primary.main}`,
  },
  '&.Mui-error': { borderColor: theme.vars.palette.error.main },
  '&.Mui-error.Mui-focused': { boxShadow: `0 0 0 1px ${theme.vars.palette.error.main}` },
  '&.Mui-disabled': { backgroundColor: theme.vars.palette.field.disabled },
  '&.wire .MuiInputBase-input': { fontFamily: theme.wireFont, fontSize: 13 },
  '& select.MuiInputBase-input': {
    appearance: 'none',
    paddingRight: 32,
    cursor: 'pointer',
    '& option': {
      backgroundColor: theme.vars.palette.background.paper,
      color: theme.vars.palette.text.primary,
    },
  },
}));
