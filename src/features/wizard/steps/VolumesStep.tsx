import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { ContainerSwitcher } from '../container/ContainerSwitcher.tsx';
import { VolumeRow } from '../container/VolumeRow.tsx';
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
          createRow={() => ({ type: 'hostPath' })}
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
