import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Path } from '#src/json/path.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useRowPaste } from '#src/features/wizard/row-paste/use-row-paste.tsx';
import { PortRow } from './PortRow.tsx';
import { sectionWords } from '../section-words.ts';

const none: readonly string[] = [];

interface PortSectionProps {
  path: Path;
  /** Addresses of the node, suggested for the host IP. */
  hostIps?: readonly string[];
}

/** The port mappings of a container (tables 11 and 12). */
export function PortSection({ path, hostIps = none }: PortSectionProps) {
  const t = useWords();
  const translate = useTranslate();
  const { ports } = containerGroup.fields;
  const { container_port, host_port, host_ip } = ports.row.fields;
  const { dialog, pasteHandlerFor } = useRowPaste('ports', ':');
  return (
    <>
      <RowList
        headingLevel="h2"
        path={path}
        label={ports.label}
        help={translate(sectionWords.portsHelp)}
        item={ports.item}
        createRow={() => ({})}
        layout="table"
        columns={[
          {
            label: translate(container_port.label),
            width: 'minmax(0, 1fr)',
            isRequired: true,
            field: [...path, 0, 'container_port'],
          },
          {
            label: translate(host_port.label),
            width: 'minmax(0, 1fr)',
            isRequired: true,
            field: [...path, 0, 'host_port'],
          },
          { label: t('port.kind'), width: '136px', field: [...path, 0, 'host_port_range'] },
          {
            label: translate(host_ip.label),
            width: 'minmax(0, 1.2fr)',
            field: [...path, 0, 'host_ip'],
          },
        ]}
        rowHeight={41}
        empty={t('port.none')}
      >
        {(row) => <PortRow path={row} onPasteText={pasteHandlerFor(row)} hostIps={hostIps} />}
      </RowList>
      {dialog}
    </>
  );
}
