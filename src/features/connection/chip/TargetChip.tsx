import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session.ts';
import { targetOf, type TargetState } from '#src/client/target-state.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../abbreviate-project-id.ts';
import { kindLook } from '../TargetKind.tsx';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/**
 * Where a submit would go: mock or live, target, region, project and edition; while the targets are not known, that
 * they are not, and which target is remembered. Where there is no room the kind alone is shown, and all of it is the
 * name for screen readers. Opens the connection settings.
 */
export function TargetChip() {
  const t = useWords();
  const { known, open } = useConnection();
  const { targetId, edition, generation, projectId } = useSession();
  const target = targetOf(known);
  const { Icon, color } = lookOf(known);
  const region = target?.region ?? '';
  const isNewer = generation === '2025';
  const kind = t(target ? `connection.${target.kind}` : `connection.${unknownState(known)}`);
  // The embedded mock is what the page begins with: that it is remembered says nothing.
  const label = target?.label ?? (targetId === 'mock' ? '' : targetId);
  const facts = [
    region,
    abbreviateProjectId(projectId),
    t(`edition.${edition}`),
    isNewer ? t('generation.short') : '',
  ];
  const named = t(target ? 'connection.named' : 'connection.remembered', { kind, label });
  const name = t(
    `connection.open.${region === '' ? 'plain' : 'inRegion'}${isNewer ? 'Newer' : ''}`,
    {
      what: label === '' ? kind : named,
      region,
      project: projectId,
      edition: t(`edition.${edition}`),
    },
  );
  return (
    <ButtonBase
      onClick={open}
      aria-label={name}
      title={name}
      sx={{
        gap: 1,
        px: { xs: 1, md: 1.25 },
        flexShrink: { xs: 0, md: 1 },
        height: 40,
        justifyContent: { xs: 'center', md: 'flex-start' },
        minWidth: { xs: 40, md: 0 },
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
      <Box
        component="span"
        // On a phone the icon says that it is not known: the words would push others out of the bar.
        sx={{ minWidth: 0, ...(!target && { display: { xs: 'none', md: 'block' } }) }}
      >
        <Box component="span" sx={{ display: 'block', ...oneLine }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {kind}
          </Box>
          <Box
            component="span"
            sx={{ display: { xs: 'none', md: 'inline' }, color: 'text.primary', ml: 0.75 }}
          >
            {label}
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

function unknownState({ state }: TargetState): 'targetsLoading' | 'targetsFailed' {
  return state === 'failed' ? 'targetsFailed' : 'targetsLoading';
}

function lookOf(known: TargetState) {
  if (known.state === 'known') return kindLook(known.target.kind);
  if (known.state === 'failed') return { Icon: CircleAlert, color: 'error.main' };
  return { Icon: LoaderCircle, color: 'text.secondary' };
}
