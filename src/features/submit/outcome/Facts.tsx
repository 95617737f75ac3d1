import Box from '@mui/material/Box';
import { ForeignText } from '#src/ui/ForeignText.tsx';

/** Pairs of a word and what came over the wire, made safe to show; pairs without a value are left out. */
export function Facts({
  facts,
}: {
  facts: readonly (readonly [label: string, value: string | undefined])[];
}) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mt: 1,
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr)',
        gap: '2px 16px',
        fontSize: 13,
      }}
    >
      {facts.map(([label, value]) =>
        value ? (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label}
            </Box>
            <Box
              component="dd"
              sx={(theme) => ({ m: 0, fontFamily: theme.wireFont, overflowWrap: 'anywhere' })}
            >
              <ForeignText key={value} text={value} />
            </Box>
          </Box>
        ) : null,
      )}
    </Box>
  );
}
