import Box from '@mui/material/Box';
import { FlaskConical, Radio } from 'lucide-react';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Icon and colour of a target's kind: what is live can never be taken for the mock. */
export function kindLook(kind: Target['kind']) {
  const isLive = kind === 'live';
  return { Icon: isLive ? Radio : FlaskConical, color: isLive ? 'warning.main' : 'info.main' };
}

/** Mock or live, told apart by icon, word and colour. */
export function TargetKind({ kind }: { kind: Target['kind'] }) {
  const t = useWords();
  const { Icon, color } = kindLook(kind);
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, color, fontWeight: 600 }}
    >
      <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
      {t(kind === 'live' ? 'connection.live' : 'connection.mock')}
    </Box>
  );
}
