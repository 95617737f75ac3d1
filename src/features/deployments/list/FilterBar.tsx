import { memo, useMemo } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { deploymentTones, type DeploymentState } from '#src/domain/health/deployment-state.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { StateMark } from '#src/ui/status/StateWord.tsx';
import { deploymentsWords } from '../words/deployments-words.ts';
import { listWords as words } from '../words/list-words.ts';
import { choicesOf, stateOrder, type ListedRow, type ListFilter } from './list-filter.ts';
import { useAfterFirstFrame } from './use-after-first-frame.ts';
import styles from './list.module.css';

interface FilterBarProps {
  rows: readonly ListedRow[];
  /** Those that match everything but the state. */
  matching: readonly ListedRow[];
  filter: ListFilter;
  onChange: (change: Partial<ListFilter>) => void;
}

/** The search, a chip per state with its count, and choices for node, tag and image. */
export const FilterBar = memo(function FilterBar({
  rows,
  matching,
  filter,
  onChange,
}: FilterBarProps) {
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
        {(['runsOn', 'tag', 'image'] as const).map((part) => (
          <Choices key={part} part={part} rows={rows} filter={filter} onChange={onChange} />
        ))}
      </div>
      <StateChips matching={matching} filter={filter} onChange={onChange} />
    </div>
  );
});

const partsOf = {
  runsOn: { any: words.anyNode, label: words.runsOn, read: (one: ListedRow) => one.place.names },
  tag: { any: words.anyTag, label: words.tag, read: (one: ListedRow) => one.row.tags },
  image: { any: words.anyImage, label: words.image, read: (one: ListedRow) => one.row.images },
};

interface ChoicesProps extends Omit<FilterBarProps, 'matching'> {
  part: keyof typeof partsOf;
}

function Choices({ part, rows, filter, onChange }: ChoicesProps) {
  const translate = useTranslate();
  const { any, label, read } = partsOf[part];
  // Joined, so that a poll that changes nothing does not render the options again.
  const joined = useMemo(() => choicesOf(rows.flatMap(read)).join('\n'), [rows, read]);
  const value = filter[part];
  if (joined === '' && value === '') return null;
  return (
    <SelectInput
      aria-label={translate(label)}
      value={value}
      onChange={(event) => onChange({ [part]: event.target.value })}
    >
      <option value="">{translate(any)}</option>
      <Options joined={joined} value={value} />
    </SelectInput>
  );
}

interface OptionsProps {
  /** The choices, one a line. */
  joined: string;
  value: string;
}

/** Hundreds of options come after the frame that shows the list. */
function Options({ joined, value }: OptionsProps) {
  return <OptionList joined={useAfterFirstFrame() ? joined : ''} value={value} />;
}

const OptionList = memo(function OptionList({ joined, value }: OptionsProps) {
  const choices = joined === '' ? [] : joined.split('\n');
  // The address may name a value that no deployment has, or not any more.
  const all = value === '' || choices.includes(value) ? choices : [value, ...choices];
  return all.map((choice) => (
    <option key={choice} value={choice}>
      {foreignShort(choice)}
    </option>
  ));
});

function StateChips({ matching, filter, onChange }: Omit<FilterBarProps, 'rows'>) {
  const translate = useTranslate();
  const counts = useMemo(() => {
    const found = new Map<DeploymentState, number>();
    for (const { state } of matching) found.set(state, (found.get(state) ?? 0) + 1);
    return found;
  }, [matching]);
  const states = stateOrder.filter((state) => counts.has(state) || state === filter.state);
  return (
    <div
      role="group"
      ref={keepRowFocus}
      aria-label={translate(words.states)}
      className={styles.chips}
    >
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
