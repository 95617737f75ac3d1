import Box from '@mui/material/Box';
import { useId } from 'react';
import { TextInput } from '#src/ui/controls/TextInput.tsx';
import { useWords } from '#src/ui/words.ts';

interface ListSearchProps {
  value: string;
  onChange: (value: string) => void;
  found: number;
  total: number;
}

/** Narrows a long list to the rows that hold a text. */
export function ListSearch({ value, onChange, found, total }: ListSearchProps) {
  const t = useWords();
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 1 }}>
      <label htmlFor={id} style={{ fontSize: 13, whiteSpace: 'nowrap' }}>
        {t('list.search')}
      </label>
      <TextInput
        id={id}
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Box role="status" sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {t('list.found', { found, total })}
      </Box>
    </Box>
  );
}
