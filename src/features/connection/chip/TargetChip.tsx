import ButtonBase from '@mui/material/ButtonBase';
import clsx from 'clsx';
import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget, type TargetState } from '#src/client/targets/target-state.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../words/abbreviate-project-id.ts';
import { kindIcons } from '../target/TargetKind.tsx';
import { ChipText } from './ChipText.tsx';
import styles from './chip.module.css';

/**
 * Shows the destination of a submit: mock or live, target, region, project and edition. Opens the connection settings.
 * A narrow bar shows only the kind; the accessible name always contains everything.
 */
export function TargetChip() {
  const t = useWords();
  const { targetState, open } = useConnection();
  const { targetId, edition, generation, projectId, instanceId } = useSession();
  const target = knownTarget(targetState);
  const { Icon, color } = chipLook(targetState);
  const region = target?.region ?? '';
  const isNewer = generation === '2025';
  const instance = edition === 'platinum' ? instanceId : '';
  const kind = t(target ? `connection.${target.kind}` : `connection.${unknownState(targetState)}`);
  // The embedded mock is the default, so its ID does not mean that the user chose it.
  const label = target?.label ?? (targetId === 'mock' ? '' : targetId);
  const facts = [
    region,
    abbreviateProjectId(projectId),
    t(`edition.${edition}`),
    abbreviateProjectId(instance),
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
  const fullName = instance === '' ? name : `${name} · ${instance}`;
  return (
    <ButtonBase
      onClick={open}
      aria-label={fullName}
      title={fullName}
      className={clsx(styles.chip, color)}
    >
      <Icon size={16} aria-hidden className={styles.icon} />
      <ChipText kind={kind} label={label} facts={facts} isKnown={target !== undefined} />
    </ButtonBase>
  );
}

function unknownState({ state }: TargetState): 'targetsLoading' | 'targetsFailed' {
  return state === 'failed' ? 'targetsFailed' : 'targetsLoading';
}

function chipLook(targetState: TargetState) {
  if (targetState.state === 'known') {
    const { kind } = targetState.target;
    return { Icon: kindIcons[kind], color: styles[kind] };
  }
  if (targetState.state === 'failed') return { Icon: CircleAlert, color: styles.failed };
  return { Icon: LoaderCircle, color: styles.loading };
}
