import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Variables by name, such as `node.name`. */
export type RolloutVariables = ReadonlyMap<string, string>;

const VARIABLE = /\{\{ ?([\w.-]{1,64}) ?\}\}/g;

/** A text with its variables replaced, or the first variable that is not known. */
export type ExpandedText = { readonly text: string } | { readonly unknown: string };

/** Replaces `{{name}}`. The result of a replacement is not searched again. */
export function expandText(text: string, variables: RolloutVariables): ExpandedText {
  let unknown: string | undefined;
  const expanded = text.replaceAll(VARIABLE, (whole, name: string) => {
    const value = variables.get(name);
    if (value === undefined) unknown ??= name;
    return value ?? whole;
  });
  return unknown === undefined ? { text: expanded } : { unknown };
}

/** Replaces the variables in every text of a value; keys stay as they are. */
export function expandValue(
  value: Json,
  variables: RolloutVariables,
): { readonly value: Json } | { readonly unknown: string } {
  let unknown: string | undefined;
  const visit = (part: Json): Json => {
    if (typeof part === 'string') {
      const expanded = expandText(part, variables);
      if ('text' in expanded) return expanded.text;
      unknown ??= expanded.unknown;
      return part;
    }
    if (isJsonList(part)) return part.map(visit);
    if (!isJsonObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  const expanded = visit(value);
  return unknown === undefined ? { value: expanded } : { unknown };
}
