import { useMemo, type KeyboardEvent } from 'react';
import type { Path } from '#src/document/path.ts';
import type { StringsSpec, TextSpec } from '#src/domain/core/field.ts';
import { textField } from '#src/domain/core/leaf-fields.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useCell } from '#src/ui/editing/use-cell.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { helpOf } from './help-words.ts';
import { TextInput } from './TextInput.tsx';

interface StringsFieldProps {
  path: Path;
  spec: StringsSpec;
  /** True for a list that is no more than a line while it is empty. */
  folds?: boolean;
}

/** A list of texts (args, command, values), one input each. An empty text is a member and stays. */
export function StringsField({ path, spec, folds = false }: StringsFieldProps) {
  const say = useSay();
  const member = useMemo(
    () => textField({ table: spec.table, label: spec.item, minLength: 0 }),
    [spec],
  );
  return (
    <RowList
      path={path}
      label={spec.label}
      help={helpOf(spec, say)}
      item={spec.item}
      make={() => ''}
      layout="inline"
      rowHeight={44}
      headingLevel="h4"
      folds={folds}
    >
      {(memberPath, index) => (
        <Member path={memberPath} spec={member} name={`${say(spec.item)} ${index + 1}`} />
      )}
    </RowList>
  );
}

function Member({ path, spec, name }: { path: Path; spec: TextSpec; name: string }) {
  const { readOnly } = useEditor();
  const t = useWords();
  const cell = useCell(path, spec, true);
  return (
    <TextInput
      {...cell}
      wire
      readOnly={readOnly}
      placeholder={t('field.emptyText')}
      aria-label={name}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onKeyDown={nextOnEnter}
    />
  );
}

/** Enter goes on: to the next entry, or from the last one to the add button, which adds one. */
function nextOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const row = event.currentTarget.closest('[data-row]');
  const next = row?.nextElementSibling?.querySelector('input');
  if (next) next.focus();
  else
    row
      ?.closest('[role="group"]:not([data-row])')
      ?.querySelector<HTMLElement>('[id$="-add"]')
      ?.click();
}
