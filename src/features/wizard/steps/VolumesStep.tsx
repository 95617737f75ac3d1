import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { ContainerSwitcher } from '../container/ContainerSwitcher.tsx';
import { VolumeRow } from '../container/VolumeRow.tsx';
import { useOpenContainer } from '../view.ts';

/** Volumes of the open container (table 7). */
export function VolumesStep() {
  const t = useWords();
  const open = useOpenContainer();
  const translate = useTranslate();
  const { volumes } = containerGroup.fields;
  const { fields } = volumes.row;
  return (
    <>
      <ContainerSwitcher step="volumes" />
      {open && (
        <Card key={open.id} flush>
          <RowList
            path={[...open.path, 'volumes']}
            label={volumes.label}
            item={volumes.item}
            createRow={() => ({ type: 'hostPath' })}
            layout="table"
            columns={(['name', 'type', 'source', 'destination'] as const).map((key) => ({
              label: translate(fields[key].label),
              width: key === 'type' ? '136px' : 'minmax(0, 1fr)',
              isRequired: fields[key].required ?? false,
            }))}
            rowHeight={96}
            empty={t('volume.none')}
          >
            {(row) => <VolumeRow path={row} />}
          </RowList>
        </Card>
      )}
    </>
  );
}
