import { Card } from '#src/ui/blocks/Card.tsx';
import { ContainerSwitcher } from '../container/ContainerSwitcher.tsx';
import { VolumeSection } from '../container/VolumeSection.tsx';
import { useOpenContainer } from '../view.ts';

/** Volumes of the open container (table 7). */
export function VolumesStep() {
  const open = useOpenContainer();
  return (
    <>
      <ContainerSwitcher step="volumes" />
      {open && (
        <Card key={open.id} flush>
          <VolumeSection path={[...open.path, 'volumes']} />
        </Card>
      )}
    </>
  );
}
