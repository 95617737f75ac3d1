import { kinds } from '#src/convert/request/kinds.ts';
import type { StepOrigin } from '#src/document/store.ts';
import type { Text } from '#src/domain/core/text.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { historyWords } from './history-words.ts';
import type { NamedStep } from './step-names.ts';

/** A step with the name of its origin, if it has one; its changes are then the detail. */
export function withOrigin(step: NamedStep, origin: StepOrigin | undefined): NamedStep {
  const name = origin && nameOrigin(origin);
  return name === undefined ? step : { name, detail: step.name };
}

/** The name of a step that is named for its origin instead of its changes. */
function nameOrigin({ kind, detail = '' }: StepOrigin): Text | undefined {
  switch (kind) {
    case 'imported-file':
      return historyWords.imported(foreignShort(detail));
    case 'imported-text':
      return Object.hasOwn(kinds, detail)
        ? historyWords.importedText(kinds[detail as keyof typeof kinds])
        : undefined;
    case 'started':
      return historyWords.started;
    case 'recovered':
      return historyWords.recovered;
    default:
      // A step of a newer version.
      return undefined;
  }
}
