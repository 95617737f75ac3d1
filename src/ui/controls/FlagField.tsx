import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Switch from '@mui/material/Switch';
import { useId } from 'react';
import type { Path } from '#src/document/path.ts';
import type { FlagSpec } from '#src/domain/core/field.ts';
import { useEdit, useEditor, useShownIssues, useValue } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/spec-edits.ts';
import { useFocusTarget } from '#src/ui/editing/use-focus-target.ts';
import { IssueLine } from '#src/ui/IssueLine.tsx';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { describedBy, fieldIds } from './FieldFrame.tsx';
import { useMark } from './use-mark.ts';

/**
 * True or false, as a switch. Untouched it sends nothing and says what the service then assumes; once
 * touched it sends true or false, and "Do not send" takes the key away again.
 */
export function FlagField({ path, spec }: { path: Path; spec: FlagSpec }) {
  const { root, store, attention, readOnly } = useEditor();
  const t = useWords();
  const say = useSay();
  const edit = useEdit();
  const ids = fieldIds(useId());
  const issues = useShownIssues(path);
  const value = useValue(path);
  const mark = useMark(spec);
  const name = useFocusTarget(path, ids.control);
  const isOn = value === undefined ? spec.assumed === 'true' : value === true;
  const state =
    value === undefined
      ? t('field.notSentAssumed', { value: spec.assumed ?? 'false' })
      : t('field.sent', { value: JSON.stringify(value) });
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Switch
          id={ids.control}
          name={name}
          checked={isOn}
          disabled={readOnly}
          onChange={(event) => {
            const next = event.target.checked;
            edit((document) => writeAt(root, document, path, next), path);
            attention.touch(store.get(), path);
          }}
          sx={{ ml: '-10px', mt: '-8px', opacity: value === undefined ? 0.75 : 1 }}
          slotProps={{
            input: { 'aria-describedby': describedBy(ids, issues, true), role: 'switch' },
          }}
        />
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
            <Box
              component="label"
              htmlFor={ids.control}
              id={`${ids.control}-label`}
              sx={{ fontSize: 14, fontWeight: 500, cursor: 'pointer' }}
            >
              {say(spec.label)}
            </Box>
            <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
              {mark ? `${state} · ${mark}` : state}
            </Box>
            {value !== undefined && !readOnly && (
              <Button
                size="small"
                variant="text"
                aria-describedby={`${ids.control}-label`}
                onClick={() => edit((document) => clearAt(root, document, path), path)}
                sx={{ py: 0, px: 0.5, minHeight: 24, fontSize: 12 }}
              >
                {t('field.doNotSend')}
              </Button>
            )}
          </Box>
          <Box id={ids.help} sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
            {spec.help && say(spec.help)}
          </Box>
          {issues.length > 0 && (
            <Box id={ids.issues} sx={{ mt: '4px' }}>
              {issues.map((issue) => (
                <IssueLine key={issue.message.en} issue={issue} />
              ))}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
}
