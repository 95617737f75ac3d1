import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Json } from '#src/json/value.ts';
import type { Ledger } from './ledger.ts';
import type { Leaf, SourceNode } from '../source/source.ts';
import { refusals, RefusalError } from '../source/refusal.ts';
import type { Text } from '#src/domain/core/text.ts';

/** The inputs that every conversion shares. */
export interface MappingContext {
  readonly ledger: Ledger;
  readonly edition: Edition;
  readonly generation: Generation;
  /** The parts to convert if the input has several. */
  readonly names: readonly string[];
}

/** One of several parts of an input that can be converted. */
export interface Choice {
  readonly name: string;
  readonly line: number;
  readonly isChosen: boolean;
}

export interface MappingResult {
  readonly body: Json;
  readonly choices?: readonly Choice[];
  /** The reason why an unclaimed value is lost. */
  readonly explain?: (leaf: Leaf) => Text | undefined;
}

/** The parts that are taken: those named, else all of them or the first. Throws Refused for a name that is not there. */
export function chooseParts<Part extends { readonly name: string; readonly source: SourceNode }>(
  parts: readonly Part[],
  names: readonly string[],
  takesAll: boolean,
): { readonly chosen: readonly Part[]; readonly choices: readonly Choice[] } {
  const wanted = parts.filter(({ name }) => names.includes(name));
  const missing = names.find((name) => !parts.some((part) => part.name === name));
  if (missing !== undefined && parts.length > 0)
    throw new RefusalError(
      0,
      refusals.noSuchName(
        missing,
        parts.map(({ name }) => name),
      ),
    );
  const unnamed = takesAll ? parts : parts.slice(0, 1);
  const chosen = names.length === 0 ? unnamed : takesAll ? wanted : wanted.slice(0, 1);
  return {
    chosen,
    choices: parts.map((part) => ({
      name: part.name,
      line: part.source.line,
      isChosen: chosen.includes(part),
    })),
  };
}
