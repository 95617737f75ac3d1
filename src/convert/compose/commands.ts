import type { Path } from '#src/json/path.ts';
import { clearedEntrypoint, mapWords } from '../docker/settings.ts';
import { carryTexts, setIfPresent, type DraftObject } from '../report/carry.ts';
import { lossReasons } from '../report/loss-reasons.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { entry, type SourceNode } from '../source/source.ts';

/** `entrypoint` and `command`. An empty entrypoint replaces that of the image; null keeps it. */
export function mapCommands(
  context: MappingContext,
  source: SourceNode,
  to: Path,
  draft: DraftObject,
): void {
  const entrypoint = entry(source, 'entrypoint');
  const command = entry(source, 'command');
  const isEmpty =
    entrypoint?.kind === 'leaf' &&
    (entrypoint.value === '' || (Array.isArray(entrypoint.value) && entrypoint.value.length === 0));
  if (!isEmpty) setIfPresent(draft, 'command', mapCommand(context, entrypoint, [...to, 'command']));
  const key = isEmpty ? 'command' : 'args';
  setIfPresent(draft, key, mapCommand(context, command, [...to, key]));
  if (!isEmpty) return;
  if (draft.command === undefined) context.ledger.lose(entrypoint, lossReasons.entrypoint);
  else context.ledger.carry(entrypoint, [...to, 'command'], clearedEntrypoint);
}

/** A list of words, or one text that is split into words. */
function mapCommand(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): readonly string[] | undefined {
  if (source === undefined) return undefined;
  return source.kind === 'list'
    ? carryTexts(context.ledger, source, to)
    : mapWords(context, source, to);
}
