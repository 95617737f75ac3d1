import { hoverTooltip } from '@codemirror/view';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { fieldSource } from './complete-json.ts';
import { pathAtOffset, rangeOfPath } from './text-paths.ts';

/** Shows the label, help and limit of a field while the pointer rests on its key or value. */
export function fieldHelp(root: GroupSpec, translate: (text: Text) => string) {
  return hoverTooltip((view, pos) => {
    const path = pathAtOffset(view.state, pos);
    const spec = path.length === 0 ? undefined : specAt(root, path);
    if (spec === undefined) return null;
    const { from, to, key } = rangeOfPath(view.state, path);
    const limit = 'limit' in spec ? spec.limit : undefined;
    return {
      pos: key?.from ?? from,
      end: to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-fieldHelp';
        const title = document.createElement('strong');
        title.textContent = translate(spec.label);
        const lines = [spec.help, limit].flatMap((text) => (text ? [translate(text)] : []));
        dom.append(title, `\n${[...lines, translate(fieldSource(spec))].join('\n')}`);
        return { dom };
      },
    };
  });
}
