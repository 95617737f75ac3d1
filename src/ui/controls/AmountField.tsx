import type { KeyboardEvent } from 'react';
import type { Path } from '#src/json/path.ts';
import type { AmountSpec } from '#src/domain/core/spec/field.ts';
import { toText } from '#src/ui/editing/inputs/leaf-text.ts';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { useEditor, useValue } from '#src/ui/editing/editor.ts';
import { applyFix } from '#src/ui/field/apply-fix.ts';
import { helpOf } from '#src/ui/field/help-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { everydayAmount } from './everyday-amount.ts';
import { TextField } from './TextField.tsx';

/**
 * An amount such as CPU or memory. Its help starts with the amount in an everyday unit, and Enter converts `500m` or
 * `1Gi` into the unit of the API, as the button below the field does.
 */
export function AmountField({ path, spec }: { path: Path; spec: AmountSpec }) {
  const editor = useEditor();
  const translate = useTranslate();
  const everyday = everydayAmount(toText(useValue(path)), spec.quantity);
  const help = helpOf(spec, translate);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isPlainEnter(event) || editor.readOnly) return;
    const fix = editor.issues.checkNow().find((issue) => hasFixAt(issue.fix, path))?.fix;
    if (fix) applyFix(editor, fix);
  };
  return (
    // Only observes Enter, which bubbles up from the input.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <TextField
        path={path}
        spec={spec}
        help={[everyday && `= ${everyday}`, help].filter(Boolean).join(' · ') || undefined}
      />
    </div>
  );
}

function hasFixAt(fix: { readonly path: Path } | undefined, path: Path): boolean {
  return fix !== undefined && fix.path.join('/') === path.join('/');
}
