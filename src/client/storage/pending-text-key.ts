import { ownName } from '../base-path.ts';

/**
 * The key of the text of a draft that is not a document yet. In the local storage, because the text belongs to the draft
 * and outlives the tab.
 */
export function pendingTextKey(draftId: string): string {
  return ownName('ief-builder.text.') + draftId;
}
