import { readLiveRecord } from '#src/client/requests/change-deployment.ts';
import type { Place } from '#src/client/session/place.ts';
import { documentText } from '#src/document/document-text.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import type { Json } from '#src/json/value.ts';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import type { ActionItem } from './deployment-action.ts';

/** Downloads the bodies of deployments as one file, a list that the import reads. Those that cannot be read are missing. */
export async function exportDeployments(
  place: Place,
  items: readonly ActionItem[],
): Promise<{ done: number; failed: number }> {
  const bodies: Json[] = [];
  for (const { id, name } of items) {
    const record = await readLiveRecord(place, id, { name }).catch(() => undefined);
    if (record !== undefined) bodies.push(documentOfRecord(record));
  }
  if (bodies.length > 0) downloadText(documentText(bodies), 'deployments.json');
  return { done: bodies.length, failed: items.length - bodies.length };
}
