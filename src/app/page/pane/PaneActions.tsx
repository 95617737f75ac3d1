import { ExportButton } from '../export/ExportButton.tsx';

/** Actions on the JSON that load after the first paint. */
export function PaneActions() {
  return <ExportButton />;
}
