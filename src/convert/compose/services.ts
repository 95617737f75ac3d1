import { chooseParts, type Choice, type MappingContext } from '../report/mapping-context.ts';
import {
  entriesOf,
  entry,
  itemsOf,
  textOf,
  type ObjectNode,
  type SourceNode,
} from '../source/source.ts';

/** One service, merged with the service it extends. */
export interface Service {
  readonly name: string;
  readonly source: SourceNode;
  /** The services that it extends, directly or through another one. */
  readonly bases: readonly string[];
}

/** The services of a file: the named ones, or otherwise all that Compose starts by default. */
export function chooseServices(
  { names }: MappingContext,
  root: SourceNode,
): { readonly chosen: readonly Service[]; readonly choices: readonly Choice[] } {
  const holder = servicesOf(root);
  const services = entriesOf(holder).map(([name, source]) => ({ name, source }));
  const { chosen, choices } = chooseParts(services, names, true);
  const started =
    names.length > 0
      ? chosen
      : chosen.filter(({ source }) => itemsOf(entry(source, 'profiles')).length === 0);
  const taken = started.length > 0 ? started : chosen.slice(0, 1);
  return {
    chosen: taken.map(({ name, source }) => {
      const names = [name];
      return { name, source: extended(holder, source, names), bases: names.slice(1) };
    }),
    choices: choices.map((choice) => ({
      ...choice,
      isChosen: taken.some(({ name }) => name === choice.name),
    })),
  };
}

/** The mapping of services: the file itself in its first version, where a service has an image or is built. */
export function servicesOf(root: SourceNode): SourceNode | undefined {
  const services = entry(root, 'services');
  if (services !== undefined) return services;
  const isFirstVersion = entriesOf(root).some(
    ([, service]) => entry(service, 'image') !== undefined || entry(service, 'build') !== undefined,
  );
  return isFirstVersion ? root : undefined;
}

/** A service with the entries of the one that it extends in the same file, whose name is added to `names`. */
function extended(holder: SourceNode | undefined, source: SourceNode, names: string[]): SourceNode {
  const parent = entry(source, 'extends');
  if (parent === undefined || source.kind !== 'object') return source;
  const name = textOf(parent) ?? textOf(entry(parent, 'service'));
  const isHere = entry(parent, 'file') === undefined;
  if (name === undefined || !isHere || names.includes(name)) return source;
  const base = entry(holder, name);
  if (base === undefined) return source;
  names.push(name);
  return combine(extended(holder, base, names), source);
}

/**
 * As Compose does: merges mappings, joins lists, replaces everything else, the commands, and what `!override` marks.
 * Members of a joined list that exclude each other are sorted out in `unique-members.ts`.
 */
function combine(base: SourceNode, own: ObjectNode): SourceNode {
  if (base.kind !== 'object') return own;
  const entries = new Map(base.entries);
  for (const key of own.resets?.keys() ?? []) entries.delete(key);
  for (const [key, part] of own.entries) {
    const before = entries.get(key);
    if (own.overrides?.has(key)) entries.set(key, part);
    else if (before?.kind === 'object' && part.kind === 'object' && key !== 'extends')
      entries.set(key, combine(before, part));
    else if (before !== undefined && isNull(part)) continue;
    else if (before !== undefined && !isNull(before) && isJoined(key, before, part))
      entries.set(key, {
        kind: 'list',
        path: part.path,
        line: part.line,
        items: [...membersOf(before), ...membersOf(part)],
      });
    else entries.set(key, part);
  }
  return { ...own, entries };
}

/** A key without a value sets nothing. */
function isNull(part: SourceNode): boolean {
  return part.kind === 'leaf' && part.value === null;
}

/** The members of a list. Where Compose takes a list, it also takes one text or, for variables, a mapping. */
function membersOf(part: SourceNode): readonly SourceNode[] {
  return part.kind === 'list' ? part.items : [part];
}

/** Lists are joined, except for commands. */
function isJoined(key: string, before: SourceNode, part: SourceNode): boolean {
  if (key === 'command' || key === 'entrypoint' || key === 'test') return false;
  return before.kind === 'list' || part.kind === 'list' || textOrList.has(key);
}

/** Settings that can be one text or a list of texts. */
const textOrList = new Set(['env_file', 'tmpfs', 'dns', 'dns_search']);
