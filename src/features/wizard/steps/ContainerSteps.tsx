import Box from '@mui/material/Box';
import type { Path } from '#src/document/path.ts';
import { containerGroup } from '#src/domain/deployment/container.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/controls/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/controls/UnknownKeys.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { ContainerSwitcher } from '../ContainerSwitcher.tsx';
import { ProbeSection } from '../container/ProbeSection.tsx';
import { VolumeRow } from '../container/VolumeRow.tsx';
import { Fields } from '../StepFrame.tsx';
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
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {(
        [
          ['limits', limits],
          ['requests', requests],
        ] as const
      ).map(([key, spec]) => (
        <Box key={key} component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ p: 0, fontSize: 15, fontWeight: 600 }}>
            {say(spec.label)}
          </Box>
          <Box
            sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary', mb: 2, minHeight: 36 }}
          >
            {say(spec.help)}
          </Box>
          <GroupIssues path={[...path, key]} />
          <Fields>
            {amounts.map((amount) => (
              <Field key={amount} path={[...path, key, amount]} />
            ))}
            <UnknownKeys path={[...path, key]} />
          </Fields>
        </Box>
      ))}
    </Box>
  );
}
