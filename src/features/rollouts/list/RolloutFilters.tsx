import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FilterChips } from '../state/FilterChips.tsx';
import { rolloutListWords as words } from '../words/rollout-list-words.ts';
import { pickState, rolloutFilters, type RolloutFilter } from './rollout-filter.ts';
import styles from './rollouts-list.module.css';

interface RolloutFiltersProps {
  /** Those that contain the text. */
  matching: readonly ShownRollout[];
  filter: RolloutFilter;
  onChange: (change: Partial<RolloutFilter>) => void;
}

/** The search, and a chip per kind of state with its count. */
export function RolloutFilters({ matching, filter, onChange }: RolloutFiltersProps) {
  const translate = useTranslate();
  return (
    <div role="search" className={styles.filters}>
      <TextInput
        type="search"
        aria-label={translate(words.search)}
        placeholder={translate(words.searchHint)}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <FilterChips
        label={translate(words.filter)}
        value={filter.state}
        chips={rolloutFilters.map((name) => ({
          value: name,
          label: translate(words.filters[name]),
          count: pickState(matching, name).length,
        }))}
        onChange={(state) => onChange({ state })}
      />
    </div>
  );
}
