import { useMemo } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { deploymentTones, type DeploymentState } from '#src/domain/health/deployment-state.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { StateMark } from '../state/StateWord.tsx';
import { deploymentsWords } from '../words/deployments-words.ts';
import { listWords as words } from '../words/list-words.ts';
import { choicesOf, stateOrder, type ListedRow, type ListFilter } from './list-filter.ts';
import styles from './list.module.css';

interface FilterBarProps {
  rows: readonly ListedRow[];
  /** Those that match everything but the state. */
  matching: readonly ListedRow[];
  filter: ListFilter;
  onChange: (change: Partial<ListFilter>) => void;
}

/** The search, a chip per state with its count, and choices for node, tag and image. */
export function FilterBar({ rows, matching, filter, onChange }: FilterBarProps) {
  const translate = useTranslate();
  return (
    <div role="search" className={styles.filters}>
      <div className={styles.inputs}>
        <TextInput
          type="search"
          aria-label={translate(words.search)}
          placeholder={translate(words.searchHint)}
          value={filter.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Choices rows={rows} filter={filter} onChange={onChange} />
      </div>
      <StateChips matching={matching} filter={filter} onChange={onChange} />
    </div>
  );
}

function Choices({ rows, filter, onChange }: Omit<FilterBarProps, 'matching'>) {
  const translate = useTranslate();
  const lists = useMemo(
    () =>
      [
        ['runsOn', choicesOf(rows.flatMap((one) => one.runsOn)), words.anyNode, words.runsOn],
        ['tag', choicesOf(rows.flatMap((one) => one.row.tags)), words.anyTag, words.tag],
        ['image', choicesOf(rows.flatMap((one) => one.row.images)), words.anyImage, words.image],
      ] as const,
    [rows],
  );
  return lists.map(([key, choices, any, label]) => {
    const value = filter[key];
    if (choices.length === 0 && value === '') return null;
    // The address may name a value that no deployment has, or not any more.
    const all = value === '' || choices.includes(value) ? choices : [value, ...choices];
    return (
      <SelectInput
        key={key}
        aria-label={translate(label)}
        value={value}
        onChange={(event) => onChange({ [key]: event.target.value })}
      >
        <option value="">{translate(any)}</option>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {foreignShort(choice)}
          </option>
        ))}
      </SelectInput>
    );
  });
}

function StateChips({ matching, filter, onChange }: Omit<FilterBarProps, 'rows'>) {
  const translate = useTranslate();
  const counts = useMemo(() => {
    const found = new Map<DeploymentState, number>();
    for (const { state } of matching) found.set(state, (found.get(state) ?? 0) + 1);
    return found;
  }, [matching]);
  const states = stateOrder.filter((state) => counts.has(state) || state === filter.state);
  return (
    <div role="group" aria-label={translate(words.states)} className={styles.chips}>
      <button
        type="button"
        aria-pressed={filter.state === ''}
        className={styles.chip}
        onClick={() => onChange({ state: '' })}
      >
        {translate(words.all)} <b>{matching.length}</b>
      </button>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={filter.state === state}
          className={styles.chip}
          onClick={() => onChange({ state: filter.state === state ? '' : state })}
        >
          <StateMark tone={deploymentTones[state]} size={14} />
          {translate(deploymentsWords.states[state])} <b>{counts.get(state) ?? 0}</b>
        </button>
      ))}
    </div>
  );
}
