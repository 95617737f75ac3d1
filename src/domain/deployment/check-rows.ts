import { checkField } from '#src/domain/core/check/check-fields.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, isJsonObject } from '#src/json/value.ts';
import { containerGroup } from './fields/container.fields.ts';
import { everywhereWatcher } from './rules/body/everywhere.rules.ts';

const lists = ['envs', 'ports', 'volumes'] as const;

/**
 * Checks the rows of a body one by one. `validate` then finds their results in its cache. A caller that must not block
 * can pause between the rows.
 */
export function* checkRows(body: unknown, generation?: Generation): Generator<void, void> {
  const template = ['deployment', 'template'];
  for (const kind of ['init_containers', 'containers']) {
    for (const container of asList(getIn(body, [...template, kind]))) {
      for (const list of lists) {
        const { row } = containerGroup.fields[list];
        for (const value of asList(getIn(container, [list]))) {
          if (!isJsonObject(value)) continue;
          checkField(row, value, row.name, generation, everywhereWatcher);
          yield;
        }
      }
      if (!isJsonObject(container)) continue;
      checkField(containerGroup, container, containerGroup.name, generation, everywhereWatcher);
      yield;
    }
  }
}
