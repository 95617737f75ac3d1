import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { kindLook, TargetKind } from './TargetKind.tsx';

/** What is fixed about the chosen target: kind, region, and who signs in. */
export function TargetCard({ target }: { target: Target }) {
  const t = useWords();
  const { color } = kindLook(target.kind);
  return (
    <Box
      sx={{
        mt: 1,
        px: 1.5,
        py: 1.25,
        borderRadius: '6px',
        bgcolor: 'ground.page',
        borderLeft: '3px solid',
        borderColor: color,
        fontSize: 13,
        lineHeight: '18px',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        <TargetKind kind={target.kind} />
        <span>{t(target.kind === 'live' ? 'connection.liveMeans' : 'connection.mockMeans')}</span>
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 0.75,
          display: 'grid',
          gridTemplateColumns: 'auto minmax(0, 1fr)',
          gap: '2px 12px',
        }}
      >
        {target.region && (
          <Pair word={t('connection.region')}>
            <Box component="span" sx={(theme) => ({ fontFamily: theme.wireFont, fontSize: 12 })}>
              {target.region}
            </Box>
          </Pair>
        )}
        <Pair word={t('connection.signIn.label')}>{t(`connection.signIn.${target.auth}`)}</Pair>
      </Box>
    </Box>
  );
}

function Pair({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {word}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  );
}
