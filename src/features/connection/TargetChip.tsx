import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import { shortProject } from './short-project.ts';
import { kindLook } from './TargetKind.tsx';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/**
 * Where a submit would go: mock or live, target, region, project and edition. Where there is no room the kind
 * alone is shown, and all of it is the name for screen readers. Opens the connection settings.
 */
export function TargetChip({ target, onOpen }: { target: Target | undefined; onOpen: () => void }) {
  const { t } = useTranslation();
  const { edition, generation, projectId } = useSession();
  const { Icon, color } = kindLook(target?.kind);
  const kind = t(target?.kind === 'live' ? 'connection.live' : 'connection.mock');
  const region = target?.region ?? '';
  const isNewer = generation === '2025';
  const facts = [
    region,
    shortProject(projectId),
    t(`edition.${edition}`),
    isNewer ? t('generation.short') : '',
  ];
  const name = t('connection.open', {
    label: target?.label ?? '…',
    kind,
    place: region && t('connection.place', { region }),
    project: projectId,
    edition: t(`edition.${edition}`),
    more: isNewer ? t('generation.also') : '',
  });
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={name}
      title={name}
      sx={{
        gap: 1,
        px: { xs: 1, md: 1.25 },
        flexShrink: { xs: 0, md: 1 },
        height: 40,
        minWidth: 0,
        maxWidth: 360,
        borderRadius: '6px',
        border: '1px solid',
        borderColor: color,
        color,
        textAlign: 'left',
        fontSize: 13,
        lineHeight: '17px',
        '&:hover': { bgcolor: 'ground.hover' },
      }}
    >
      <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
      <Box component="span" sx={{ minWidth: 0 }}>
        <Box component="span" sx={{ display: 'block', ...oneLine }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {kind}
          </Box>
          <Box
            component="span"
            sx={{ display: { xs: 'none', md: 'inline' }, color: 'text.primary', ml: 0.75 }}
          >
            {target?.label}
          </Box>
        </Box>
        <Box
          component="span"
          sx={{
            display: { xs: 'none', md: 'block' },
            color: 'text.secondary',
            fontSize: 12,
            ...oneLine,
          }}
        >
          {facts.filter(Boolean).join(' · ')}
        </Box>
      </Box>
    </ButtonBase>
  );
}
