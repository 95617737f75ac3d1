import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Path } from '#src/json/path.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useRowPaste } from '#src/features/wizard/row-paste/use-row-paste.tsx';
import { VolumeRow } from './VolumeRow.tsx';

/** Paths are longer than names. */
const columns = [
  { key: 'name', width: 'minmax(0, 2fr)' },
  { key: 'type', width: '124px' },
  { key: 'source', width: 'minmax(0, 3fr)' },
  { key: 'destination', width: 'minmax(0, 3fr)' },
] as const;

/** The volumes of a container (table 7). */
export function VolumeSection({ path }: { path: Path }) {
  const t = useWords();
  const translate = useTranslate();
  const { volumes } = containerGroup.fields;
  const { fields } = volumes.row;
  const { dialog, pasteHandlerFor } = useRowPaste('volumes', ':/');
  return (
    <>
      <RowList
        headingLevel="h2"
        path={path}
        label={volumes.label}
        item={volumes.item}
        createRow={() => ({ type: 'hostPath' })}
        layout="table"
        columns={columns.map(({ key, width }) => ({
          label: translate(fields[key].label),
          width,
          isRequired: fields[key].required ?? false,
          field: [...path, 0, key],
        }))}
        rowHeight={96}
        empty={t('volume.none')}
      >
        {(row) => <VolumeRow path={row} onPasteText={pasteHandlerFor(row)} />}
      </RowList>
      {dialog}
    </>
  );
}
