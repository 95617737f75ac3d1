import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { readDraftText, settingsOf, type DraftSettings } from '../draft-record.ts';
import { latestDrafts } from '../latest-drafts.ts';

/** The start of the file of all drafts. */
const FORMAT = 'ief-builder-drafts';

/** One draft in the file. */
export interface FiledDraft extends DraftSettings {
  readonly label?: string;
  readonly savedAt?: string;
  readonly document: Json;
}

/** All drafts that can be opened, as the text of a file. */
export async function writeDraftsFile(): Promise<string> {
  const drafts = (await latestDrafts()).map((draft): FiledDraft => ({
    ...(draft.label !== undefined && { label: draft.label }),
    savedAt: new Date(draft.savedAt).toISOString(),
    ...settingsOf(draft),
    document: draft.document,
  }));
  return JSON.stringify({ format: FORMAT, version: 1, drafts }, null, 2);
}

/**
 * The drafts of such a file; undefined if the text is not such a file or is nested more deeply than the page can open.
 * `refused` is the number of drafts that an import would refuse.
 */
export function readDraftsFile(
  text: string,
): { readonly drafts: readonly FiledDraft[]; readonly refused: number } | undefined {
  const body = readDraftText(text);
  if (typeof body === 'string' || !isJsonObject(body.document)) return undefined;
  const { format, version, drafts } = body.document;
  if (format !== FORMAT || version !== 1 || drafts === undefined || !isJsonList(drafts))
    return undefined;
  const read = drafts.filter(isJsonObject).flatMap(({ label, edition, generation, document }) => {
    if (document === undefined || !isJsonObject(document)) return [];
    const settings = settingsOf({ edition, generation } as DraftSettings);
    return [{ ...(typeof label === 'string' && { label }), ...settings, document }];
  });
  const allowed = read.filter((one) => !hasForbiddenKey(one.document));
  return { drafts: allowed, refused: read.length - allowed.length };
}
