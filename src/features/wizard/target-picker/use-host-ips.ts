import { useConnection } from '#src/client/connection/connection.ts';
import { getIn } from '#src/json/get-in.ts';
import { useDocument } from '#src/ui/editing/editor.ts';

const none: readonly string[] = [];

/** The addresses of the chosen node, for ports that listen on only one of them. Empty while they are not known. */
export function useHostIps(): readonly string[] {
  const { nodes } = useConnection().lists;
  const id = useDocument((document) => getIn(document, ['node_ids', 0]));
  return nodes?.records.find((node) => node.id === id)?.hostIps ?? none;
}
