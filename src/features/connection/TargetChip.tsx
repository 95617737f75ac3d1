import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { FlaskConical, Radio } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';

/** Where a submit would go, mock or live told apart by word, icon and colour. Opens the connection settings. */
export function TargetChip({ target, onOpen }: { target: Target | undefined; onOpen: () => void }) {
  const { t } = useTranslation();
  const { edition, generation } = useSession();
  const isLive = target?.kind === 'live';
  const Icon = isLive ? Radio : FlaskConical;
  const kind = t(isLive ? 'connection.live' : 'connection.mock');
  const isNewer = generation === '2025';
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={t('connection.open', {
        label: target?.label ?? '…',
        kind,
        edition: t(`edition.${edition}`),
        more: isNewer ? t('generation.also') : '',
      })}
      sx={{
        gap: 0.75,
        px: 1.25,
        minHeight: 34,
        minWidth: 0,
        borderRadius: '6px',
        border: '1px solid',
        borderColor: isLive ? 'warning.main' : 'info.main',
        color: isLive ? 'warning.main' : 'info.main',
        fontSize: 13,
        '&:hover': { bgcolor: 'ground.hover' },
      }}
    >
      <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
      <Box component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {kind}
      </Box>
      <Box
        component="span"
        sx={{
          display: { xs: 'none', md: 'inline' },
          color: 'text.primary',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {target?.label} · {t(`edition.${edition}`)}
        {isNewer && ` · ${t('generation.short')}`}
      </Box>
    </ButtonBase>
  );
}
