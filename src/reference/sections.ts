import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import type { RuleId } from '#src/domain/core/issue.ts';
import type { ContainerList, Rule } from '#src/domain/core/rule.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { groupPlacesOf, type FieldPlace, type GroupPlace } from './places.ts';

/** A type of the API page, or of newer pages, with all its locations. */
export interface Section {
  readonly heading: string;
  readonly table: number;
  readonly places: readonly GroupPlace[];
}

export function headingOf({ table, name }: GroupSpec): string {
  return table === undefined ? `Newer: ${name}` : `Table ${table}: ${name}`;
}

export function sectionsOf(roots: readonly GroupSpec[]): Section[] {
  const byHeading = new Map<string, GroupPlace[]>();
  for (const place of roots.flatMap(groupPlacesOf)) {
    if (isRepeated(place.path)) continue;
    const heading = headingOf(place.group);
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), place]);
  }
  const sections = Array.from(byHeading, ([heading, places]) => ({
    heading,
    table: places[0]!.group.table ?? Number.POSITIVE_INFINITY,
    places,
  }));
  return sections.toSorted((a, b) => (a.table === b.table ? 0 : a.table - b.table));
}

/** True inside init containers, which are documented with the containers. */
function isRepeated(path: string): boolean {
  return path.includes('init_containers[]');
}

/** A rule of a field, and the only container list that it applies to, if not both. */
export interface FieldRule {
  readonly id: RuleId;
  readonly only?: ContainerList;
}

/** The rules that read or report a field at any of its locations. */
export function rulesOf(all: readonly FieldPlace[]): readonly FieldRule[] {
  return all.flatMap(({ path }) => {
    const inInit = path.replace('.containers[].', '.init_containers[].');
    return rules.flatMap((rule): FieldRule[] => {
      const here = touches(rule, path);
      const there = touches(rule, inInit);
      if (here && there) return [{ id: rule.id }];
      if (here) return [{ id: rule.id, only: 'containers' }];
      return there ? [{ id: rule.id, only: 'init_containers' }] : [];
    });
  });
}

/** True if a rule reads or reports the field at a path, or a row of it. */
export function touches({ reads, blames }: Pick<Rule, 'reads' | 'blames'>, path: string): boolean {
  return [...reads, ...blames].some((pattern) => pattern === path || pattern === `${path}[]`);
}
