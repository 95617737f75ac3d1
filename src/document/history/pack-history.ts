import { getIn } from '#src/json/get-in.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { isRow, memberIds, rowIds } from '../row-ids.ts';
import {
  walkParts,
  type PackedEntry,
  type PackedHistory,
  type PackedPart,
  type Token,
} from './packed-history.ts';
import type { Timeline } from './timeline.ts';

/** Limits of a stored history: documents beside the current one, and characters of their changed parts. */
export interface PackLimits {
  readonly steps: number;
  readonly characters: number;
}

/**
 * Packs a history for the storage. Documents share their parts, so each one adds only what it does not share with its
 * neighbour. The oldest documents are left out if there are too many.
 */
export function packHistory({ entries, position }: Timeline, limits: PackLimits): PackedHistory {
  const current = entries[position]!.document;
  const packer = new Packer(current);
  const pack = (step: 1 | -1): PackedEntry[] => {
    const packed: PackedEntry[] = [];
    for (let index = position + step; index in entries; index += step) {
      if (packer.isFull(limits)) break;
      const root = packer.token(entries[index]!.document, entries[index - step]!.document);
      const edit = entries[step < 0 ? index + 1 : index]!.edit;
      packed.push({ root, path: edit?.path, at: edit?.at ?? 0, origin: edit?.origin });
    }
    return packed;
  };
  const text = JSON.stringify(current);
  const past = pack(-1);
  const future = pack(1);
  return { version: 1, text, ids: packer.ids, parts: packer.parts, past, future };
}

class Packer {
  readonly ids: [number, string | readonly string[]][] = [];
  readonly parts: PackedPart[] = [];
  private readonly numbers = new Map<object, number>();
  private next = 0;
  private steps = 0;
  private characters = 0;

  constructor(current: Json) {
    walkParts(current, (part) => {
      // A part that is in two places gets two numbers, as in its text.
      if (!this.numbers.has(part)) {
        const id = rowIds.get(part);
        if (id !== undefined) this.ids.push([this.next, id]);
        const members = idsOfMembers(part);
        if (members !== 0) this.ids.push([this.next, members]);
        this.numbers.set(part, this.next);
      }
      this.next++;
    });
  }

  isFull({ steps, characters }: PackLimits): boolean {
    return this.steps++ >= steps || this.characters > characters;
  }

  /** The token of a value; `neighbour` is the value at the same place in a document that is packed already. */
  token(value: Json, neighbour: Json | undefined): Token {
    if (!isRow(value)) return value as Exclude<Json, object>;
    const known = this.numbers.get(value);
    if (known !== undefined) return [known];
    const part = isJsonList(value)
      ? this.listPart(value, neighbour)
      : this.objectPart(value, isJsonObject(neighbour ?? null) ? (neighbour as JsonObject) : {});
    this.parts.push(part);
    this.characters += JSON.stringify(part).length;
    this.numbers.set(value, this.next);
    return [this.next++];
  }

  private objectPart(value: JsonObject, neighbour: JsonObject): PackedPart {
    const entries = Object.entries(value).flatMap(([key, member]): Token[] => [
      key,
      this.token(member, getIn(neighbour, [key])),
    ]);
    return ['object', rowIds.get(value) ?? 0, ...entries];
  }

  private listPart(value: JsonList, neighbour: Json | undefined): PackedPart {
    const id = rowIds.get(value) ?? 0;
    const ids = idsOfMembers(value);
    const list = neighbour !== undefined && isJsonList(neighbour) ? neighbour : undefined;
    const number = list && this.numbers.get(list);
    if (list === undefined || number === undefined)
      return ['list', id, ids, ...value.map((member) => this.token(member, undefined))];
    const most = Math.min(list.length, value.length);
    let start = 0;
    while (start < most && list[start] === value[start]) start++;
    let end = 0;
    while (end < most - start && list.at(-1 - end) === value.at(-1 - end)) end++;
    const added = value
      .slice(start, value.length - end)
      .map((member, index) => this.token(member, list[start + index]));
    return ['splice', id, ids, number, start, list.length - start - end, ...added];
  }
}

/** The ids of the members of a list, if they are not just those of its rows; 0 if nothing needed them yet. */
function idsOfMembers(part: Json): readonly string[] | 0 {
  const ids = isJsonList(part) ? memberIds.get(part) : undefined;
  if (ids === undefined) return 0;
  const isPlain = (part as JsonList).every(
    (member, index) => isRow(member) && rowIds.get(member) === ids[index],
  );
  return isPlain ? 0 : ids;
}
