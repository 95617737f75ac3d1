import type { Edition } from '#src/domain/core/context.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, type Json } from '#src/json/value.ts';
import { changeHead, writeDraft } from '../draft-database.ts';
import { readHistory, writeHistory } from '../history/history-database.ts';
import { settingsOf, toRecord, type DraftSettings } from '../draft-record.ts';
import { lockedDocuments } from '../document-lock.ts';
import { newDraftId } from '../tab-document.ts';
import { latestDraft, latestDrafts } from '../latest-drafts.ts';

/** A stored draft, as the menu shows it. */
export interface DraftSummary {
  readonly id: string;
  /** The name that the user gave it. */
  readonly label: string | undefined;
  /** The name of the deployment; empty if it has none yet. */
  readonly name: string;
  /** The IDs of the nodes or of the group that it is for; empty if none is chosen yet. */
  readonly targets: readonly string[];
  readonly edition: Edition | undefined;
  readonly containers: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** True if it is open in a tab, including this one. */
  readonly isOpen: boolean;
}

/** All drafts that can be opened, the most recently saved first. */
export async function listDrafts(): Promise<readonly DraftSummary[]> {
  const [drafts, locked] = await Promise.all([latestDrafts(), lockedDocuments()]);
  const summaries = drafts.map(({ id, savedAt, document, edition, label }) => ({
    ...summarize(document),
    id,
    edition,
    label,
    savedAt,
    isOpen: locked.has(id),
  }));
  return summaries.sort((a, b) => b.savedAt - a.savedAt);
}

function summarize(document: Json): Pick<DraftSummary, 'name' | 'targets' | 'containers'> {
  const { name, node_ids: nodes, group_id: group } = asObject(document);
  const ids = typeof group === 'string' && group !== '' ? [group] : asList(nodes);
  return {
    name: typeof name === 'string' ? name : '',
    targets: ids.filter((id): id is string => typeof id === 'string' && id !== ''),
    containers: asList(getIn(document, ['deployment', 'template', 'containers'])).length,
  };
}

/** Stores a copy of a draft under a new id, with its history. */
export async function duplicateDraft(id: string, label: string): Promise<void> {
  const draft = await latestDraft(id);
  if (draft === undefined) return;
  const copy = await addDraft(draft.document, label, settingsOf(draft));
  // Without it, the history of the copy starts here.
  const history = await readHistory(id).catch(() => undefined);
  if (history !== undefined) await writeHistory(copy, history).catch(() => undefined);
}

/** Stores a document as a new draft. Returns its id. */
export async function addDraft(
  document: Json,
  label: string,
  settings: DraftSettings = {},
): Promise<string> {
  const id = newDraftId();
  await writeDraft(
    toRecord({ id, revision: 1, base: 0, savedAt: Date.now(), ...settings, document }),
  );
  if (label !== '') await changeHead(id, { label });
  return id;
}
