import { ContainerColumns } from '../container/switcher/ContainerColumns.tsx';
import { ContainerSwitcher } from '../container/switcher/ContainerSwitcher.tsx';
import { ResourceSection } from '../container/ResourceSection.tsx';
import { useOpenContainer } from '../view.ts';

/** Limits and requests of the open container (tables 14 and 15). */
export function ResourcesStep() {
  const open = useOpenContainer();
  return (
    <ContainerColumns switcher={<ContainerSwitcher step="resources" />}>
      {open && <ResourceSection key={open.id} entry={open} inPanel={false} />}
    </ContainerColumns>
  );
}
