import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Variables by name, such as `node.name`. */
export type RolloutVariables = ReadonlyMap<string, string>;

const VARIABLE = /\{\{ ?([\p{L}\p{M}\p{N}_.-]{1,64}) ?\}\}/gu;

/** How many characters replacements may still add. A short text can name a long variable thousands of times. */
export interface ExpansionRoom {
  left: number;
}

/** Why a text cannot be expanded: a variable that is not known, or too little room. */
export type ExpansionFailure = { readonly unknown: string } | { readonly tooLong: true };

/** A text with its variables replaced, or why it cannot be. */
export type ExpandedText = { readonly text: string } | ExpansionFailure;

/** Replaces `{{name}}`, and takes what it adds from `room`. The result of a replacement is not searched again. */
export function expandText(
  text: string,
  variables: RolloutVariables,
  room: ExpansionRoom,
): ExpandedText {
  let unknown: string | undefined;
  const expanded = text.replaceAll(VARIABLE, (whole, name: string) => {
    const value = variables.get(name);
    if (value === undefined) unknown ??= name;
    room.left -= value?.length ?? 0;
    return room.left < 0 ? '' : (value ?? whole);
  });
  if (unknown !== undefined) return { unknown };
  return room.left < 0 ? { tooLong: true } : { text: expanded };
}

/** Replaces the variables in every text of a value; keys stay as they are. */
export function expandValue(
  value: Json,
  variables: RolloutVariables,
  room: ExpansionRoom,
): { readonly value: Json } | ExpansionFailure {
  let failure: ExpansionFailure | undefined;
  const visit = (part: Json): Json => {
    if (typeof part === 'string') {
      const expanded = expandText(part, variables, room);
      if ('text' in expanded) return expanded.text;
      failure ??= expanded;
      return part;
    }
    if (isJsonList(part)) return part.map(visit);
    if (!isJsonObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  const expanded = visit(value);
  return failure ?? { value: expanded };
}
