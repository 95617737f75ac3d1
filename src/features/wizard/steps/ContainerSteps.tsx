import type { Path } from '#src/json/path.ts';
import { containerGroup } from '#src/domain/deployment/container.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { ContainerSwitcher } from '../container/ContainerSwitcher.tsx';
import { ProbeSection } from '../container/ProbeSection.tsx';
import { VolumeRow } from '../container/VolumeRow.tsx';
import styles from '../layout/step.module.css';
import { Fields } from '../layout/StepFrame.tsx';
import { useOpenContainer } from '../view.ts';

/** Volumes of the open container (table 7). */
export function VolumesStep() {
  const t = useWords();
  const open = useOpenContainer();
  const { volumes } = containerGroup.fields;
  return (
    <>
      <ContainerSwitcher step="volumes" />
      {open && (
        <RowList
          key={open.id}
          path={[...open.path, 'volumes']}
          label={volumes.label}
          item={volumes.item}
          make={() => ({ type: 'hostPath' })}
          layout="card"
          rowHeight={300}
          empty={t('volume.none')}
        >
          {(row) => <VolumeRow path={row} />}
        </RowList>
      )}
    </>
  );
}

/** Readiness and liveness probes of the open container (tables 8 to 10). */
export function ProbesStep() {
  const open = useOpenContainer();
  return (
    <>
      <ContainerSwitcher step="probes" />
      {open && (
        <div key={open.id}>
          <ProbeSection container={open.path} probe="readiness_probe" />
          <ProbeSection container={open.path} probe="liveness_probe" />
        </div>
      )}
    </>
  );
}

const amounts = ['cpu', 'memory', 'gpu', 'npu', 'D310', 'D310B'] as const;

/** Limits and requests of the open container, amount beside amount (tables 14 and 15). */
export function ResourcesStep() {
  const open = useOpenContainer();
  return (
    <>
      <ContainerSwitcher step="resources" />
      {open && <Amounts key={open.id} path={[...open.path, 'resources']} />}
    </>
  );
}

function Amounts({ path }: { path: Path }) {
  const say = useSay();
  const { limits, requests } = containerGroup.fields.resources.fields;
  return (
    <div className={styles.amounts}>
      {(
        [
          ['limits', limits],
          ['requests', requests],
        ] as const
      ).map(([key, spec]) => (
        <fieldset key={key} className={styles.group}>
          <legend>{say(spec.label)}</legend>
          <div className={styles.groupHelp}>{say(spec.help)}</div>
          <GroupIssues path={[...path, key]} />
          <Fields>
            {amounts.map((amount) => (
              <Field key={amount} path={[...path, key, amount]} />
            ))}
            <UnknownKeys path={[...path, key]} />
          </Fields>
        </fieldset>
      ))}
    </div>
  );
}
