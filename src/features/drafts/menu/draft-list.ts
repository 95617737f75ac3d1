import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, type Json } from '#src/json/value.ts';
import { labelDraft, labelOf, listStored, readDraft, writeDraft } from '../draft-database.ts';
import { isHead, toRecord } from '../draft-record.ts';
import { lockedDocuments } from '../document-lock.ts';
import { newDraftId } from '../tab-document.ts';

/** A stored draft, as the menu shows it. */
export interface DraftSummary {
  readonly id: string;
  /** The name that the user gave it. */
  readonly label: string | undefined;
  /** The name of the deployment; empty if it has none yet. */
  readonly name: string;
  /** The nodes or the group that it is for; empty if none is chosen yet. */
  readonly target: string;
  readonly containers: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** True if it is open in a tab, including this one. */
  readonly isOpen: boolean;
}

/** All drafts that can be opened, the most recently saved first. */
export async function listDrafts(): Promise<readonly DraftSummary[]> {
  const [{ heads }, locked] = await Promise.all([listStored(), lockedDocuments()]);
  const summaries: DraftSummary[] = [];
  for (const head of heads.filter(isHead)) {
    const reading = await readDraft(head.id);
    if (!reading?.ok) continue;
    const { id, savedAt, document } = reading.draft;
    summaries.push({
      ...summarize(document),
      id,
      label: labelOf(head),
      savedAt,
      isOpen: locked.has(id),
    });
  }
  return summaries.sort((a, b) => b.savedAt - a.savedAt);
}

function summarize(document: Json): Pick<DraftSummary, 'name' | 'target' | 'containers'> {
  const { name, node_ids: nodes, group_id: group } = asObject(document);
  const [first, ...others] = asList(nodes).filter((id) => typeof id === 'string' && id !== '');
  const node =
    first === undefined ? '' : `${String(first)}${others.length > 0 ? ` +${others.length}` : ''}`;
  return {
    name: typeof name === 'string' ? name : '',
    target: typeof group === 'string' && group !== '' ? group : node,
    containers: asList(getIn(document, ['deployment', 'template', 'containers'])).length,
  };
}

/** Stores a copy of a draft under a new id. */
export async function duplicateDraft(id: string, label: string): Promise<void> {
  const reading = await readDraft(id);
  if (!reading?.ok) return;
  await addDraft(reading.draft.document, label);
}

/** Stores a document as a new draft. */
export async function addDraft(document: Json, label: string): Promise<void> {
  const id = newDraftId();
  await writeDraft(toRecord({ id, revision: 1, base: 0, savedAt: Date.now(), document }));
  if (label !== '') await labelDraft(id, label);
}
