import { ContainerColumns } from '../container/switcher/ContainerColumns.tsx';
import { ContainerSwitcher } from '../container/switcher/ContainerSwitcher.tsx';
import { ProbeSection } from '../container/ProbeSection.tsx';
import { useOpenContainer } from '../view.ts';

/** Readiness and liveness probes of the open container (tables 8 to 10). */
export function ProbesStep() {
  const open = useOpenContainer();
  return (
    <ContainerColumns switcher={<ContainerSwitcher step="probes" />}>
      {open && (
        <div key={open.id}>
          <ProbeSection entry={open} probe="readiness_probe" />
          <ProbeSection entry={open} probe="liveness_probe" />
        </div>
      )}
    </ContainerColumns>
  );
}
