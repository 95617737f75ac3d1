import type { Issue } from '#src/domain/core/issue.ts';
import type { Generation } from '#src/domain/core/context.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { PaletteCommand } from '#src/features/palette/match/palette-command.ts';
import { describePath } from '#src/features/wizard/review/model/describe-path.ts';
import { inStepOrder } from '#src/features/wizard/steps.ts';
import { containersOf } from '#src/features/wizard/view.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { fieldPaths } from './field-paths.ts';

/** A larger document has more fields than anyone can tell apart. */
const MAX_FIELDS = 3000;
const MAX_PROBLEMS = 200;
/** Problems listed before the user types. */
const LISTED_PROBLEMS = 5;

interface DocumentParts {
  readonly root: GroupSpec;
  readonly document: Json;
  readonly generation: Generation;
  readonly issues: readonly Issue[];
  /** True for places that have a field. */
  readonly isEditable: (path: Path) => boolean;
  readonly goTo: (path: Path) => void;
}

/** The problems, containers and fields of the document. Each command goes there. */
export function documentCommands(parts: DocumentParts): readonly PaletteCommand[] {
  const { root, document, generation, issues, isEditable, goTo } = parts;
  const describe = (path: Path): Text => ({
    en: describePath(root, document, path, ({ en }) => en) || 'The document',
    zh: describePath(root, document, path, ({ zh }) => zh) || '整个文档',
  });
  const problems = inStepOrder(issues.filter(({ severity }) => severity !== 'note'));
  return [
    ...problems.slice(0, MAX_PROBLEMS).map(({ path, message }, index): PaletteCommand => {
      const id = `problem ${index}`;
      const isListed = index < LISTED_PROBLEMS;
      return withTitle(() => describe(path), {
        id,
        kind: 'problem',
        detail: message,
        isListed,
        run: () => goTo(path),
      });
    }),
    ...containersOf(document).map(({ id, path }): PaletteCommand => {
      const run = () => goTo([...path, 'name']);
      return withTitle(() => describe(path), {
        id: `container ${id}`,
        kind: 'container',
        isListed: true,
        run,
      });
    }),
    ...fieldPaths(root, document, generation, MAX_FIELDS)
      .filter(isEditable)
      .map((path) =>
        withTitle(() => describe(path), {
          id: toPointer(path),
          kind: 'field',
          run: () => goTo(path),
        }),
      ),
  ];
}

/** Describes a command only when it is first shown or searched, because a document may have thousands of them. */
function withTitle(describe: () => Text, command: Omit<PaletteCommand, 'title'>): PaletteCommand {
  let title: Text | undefined;
  return {
    ...command,
    get title() {
      return (title ??= describe());
    },
  };
}
