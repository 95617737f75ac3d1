import { usageOfBody } from '#src/domain/preflight/deployment-use.ts';
import { storedDocuments } from '#src/features/drafts/stored-documents.ts';
import type { EarlierImage } from '#src/features/wizard/view.ts';

/** The images of all drafts in this browser, the most recently used first. */
export async function readEarlierImages(): Promise<readonly EarlierImage[]> {
  const documents = await storedDocuments();
  return documents.flatMap(({ name, document }) =>
    usageOfBody(document).images.map((image) => ({ image, draft: name })),
  );
}
