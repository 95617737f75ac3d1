import { useMemo } from 'react';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Text } from '#src/domain/core/text.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { choicesIn, type NodeFilter } from './node-filter.ts';
import { nodeWords as words } from './node-words.ts';
import styles from './nodes.module.css';

interface NodeFiltersProps {
  nodes: readonly NodeRecord[];
  /** The names of the node groups. */
  groups?: readonly string[];
  filter: NodeFilter;
  onChange: (filter: NodeFilter) => void;
}

type Choice = Exclude<keyof NodeFilter, 'text'>;

/** More choices than this help no one. */
const MAX_CHOICES = 500;

const labels: Record<Choice, { label: Text; any: Text }> = {
  state: { label: words.state, any: words.anyState },
  arch: { label: words.arch, any: words.anyArch },
  tag: { label: words.tag, any: words.anyTag },
  group: { label: words.group, any: words.anyGroup },
};

const noGroups: readonly string[] = [];

/** The search, and a choice for state, architecture, tag and node group. */
export function NodeFilters({ nodes, groups = noGroups, filter, onChange }: NodeFiltersProps) {
  const translate = useTranslate();
  const choices = useMemo(
    () => ({
      state: choicesIn(nodes, ({ state }) => [state]),
      arch: choicesIn(nodes, ({ arch }) => [arch]),
      tag: choicesIn(nodes, ({ tags }) => tags).slice(0, MAX_CHOICES),
      group: groups,
    }),
    [nodes, groups],
  );
  return (
    <div role="search" className={styles.filters}>
      <TextInput
        type="search"
        aria-label={translate(words.search)}
        placeholder={translate(words.searchHint)}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {(Object.keys(labels) as Choice[]).map((key) =>
        choices[key].length === 0 ? null : (
          <SelectInput
            key={key}
            aria-label={translate(labels[key].label)}
            value={filter[key]}
            onChange={(event) => onChange({ ...filter, [key]: event.target.value })}
          >
            <option value="">{translate(labels[key].any)}</option>
            {choices[key].map((choice) => (
              <option key={choice} value={choice}>
                {key === 'state' ? translate(nodeStateWords(choice)) : foreignShort(choice)}
              </option>
            ))}
          </SelectInput>
        ),
      )}
    </div>
  );
}
