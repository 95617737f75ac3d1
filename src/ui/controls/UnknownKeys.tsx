import Box from '@mui/material/Box';
import { getIn } from '#src/document/edits.ts';
import { isJsonObject, type Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import type { GroupSpec } from '#src/domain/core/field.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words.ts';

/** Names the keys of an object that the form does not know. They stay in the document as they came. */
export function UnknownKeys({ path }: { path: Path }) {
  const { root } = useEditor();
  const t = useWords();
  const spec = specAt(root, path);
  // As text, so that a key typed in one of the known fields draws nothing here.
  const found = useDocument((document) =>
    spec?.kind === 'group' ? unknownIn(getIn(document, path), spec) : '',
  );
  if (found === '') return null;
  const unknown = JSON.parse(found) as string[];
  return (
    <Box
      sx={{ fontSize: 12, color: 'text.secondary', display: 'flex', gap: 0.75, flexWrap: 'wrap' }}
    >
      <span>{t('field.keptAsIs')}</span>
      {unknown.map((key) => (
        <Box key={key} component="code" sx={{ px: 0.75, borderRadius: 1, bgcolor: 'ground.hover' }}>
          {key}
        </Box>
      ))}
    </Box>
  );
}

/** The unknown keys of an object as a JSON list; an empty text if there are none. */
function unknownIn(value: Json | undefined, spec: GroupSpec): string {
  if (!isJsonObject(value)) return '';
  let unknown: string[] | undefined;
  for (const key in value) {
    if (Object.hasOwn(value, key) && !Object.hasOwn(spec.fields, key)) (unknown ??= []).push(key);
  }
  return unknown === undefined ? '' : JSON.stringify(unknown);
}
