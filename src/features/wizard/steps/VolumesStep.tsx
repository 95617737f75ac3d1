import { Card } from '#src/ui/blocks/Card.tsx';
import { ContainerColumns } from '../container/switcher/ContainerColumns.tsx';
import { ContainerSwitcher } from '../container/switcher/ContainerSwitcher.tsx';
import { VolumeSection } from '../container/rows/VolumeSection.tsx';
import { useOpenContainer } from '../view.ts';

/** Volumes of the open container (table 7). */
export function VolumesStep() {
  const open = useOpenContainer();
  return (
    <ContainerColumns switcher={<ContainerSwitcher step="volumes" />}>
      {open && (
        <Card key={open.id} flush>
          <VolumeSection path={[...open.path, 'volumes']} />
        </Card>
      )}
    </ContainerColumns>
  );
}
