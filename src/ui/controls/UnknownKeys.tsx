import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { isJsonObject } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { useEditor, useValue } from '#src/ui/editing/editor.ts';

/** Names the keys of an object that the form does not know. They stay in the document as they came. */
export function UnknownKeys({ path }: { path: Path }) {
  const { root } = useEditor();
  const { t } = useTranslation();
  const value = useValue(path);
  const spec = specAt(root, path);
  if (!isJsonObject(value) || spec?.kind !== 'group') return null;
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key));
  if (unknown.length === 0) return null;
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
