import ButtonBase from '@mui/material/ButtonBase';
import clsx from 'clsx';
import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget, type TargetState } from '#src/client/targets/target-state.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../words/abbreviate-project-id.ts';
import { kindLook } from '../target/TargetKind.tsx';
import { ChipText } from './ChipText.tsx';
import styles from './chip.module.css';

/**
 * Where a submit would go: mock or live, target, region, project and edition. Until the targets are loaded it shows
 * that, and the target chosen last. A narrow bar shows the kind alone; the accessible name always has everything.
 * Opens the connection settings.
 */
export function TargetChip() {
  const t = useWords();
  const { known, open } = useConnection();
  const { targetId, edition, generation, projectId } = useSession();
  const target = knownTarget(known);
  const { Icon, color } = chipLook(known);
  const region = target?.region ?? '';
  const isNewer = generation === '2025';
  const kind = t(target ? `connection.${target.kind}` : `connection.${unknownState(known)}`);
  // The page starts with the embedded mock, so its ID says nothing about a choice.
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
    <ButtonBase onClick={open} aria-label={name} title={name} className={clsx(styles.chip, color)}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <ChipText kind={kind} label={label} facts={facts} isKnown={target !== undefined} />
    </ButtonBase>
  );
}

function unknownState({ state }: TargetState): 'targetsLoading' | 'targetsFailed' {
  return state === 'failed' ? 'targetsFailed' : 'targetsLoading';
}

function chipLook(known: TargetState) {
  if (known.state === 'known') {
    const { kind } = known.target;
    return { Icon: kindLook(kind).Icon, color: styles[kind] };
  }
  if (known.state === 'failed') return { Icon: CircleAlert, color: styles.failed };
  return { Icon: LoaderCircle, color: styles.loading };
}
