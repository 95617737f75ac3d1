import styles from '#src/ui/blocks/filter-chips.module.css';

interface Chip<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count: number;
}

interface FilterChipsProps<V extends string> {
  label: string;
  value: V;
  chips: readonly Chip<V>[];
  onChange: (value: V) => void;
}

/** Chips with counts, one of which is chosen. */
export function FilterChips<V extends string>(props: FilterChipsProps<V>) {
  const { label, value, chips, onChange } = props;
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={chip.value === value}
          className={styles.chip}
          onClick={() => onChange(chip.value)}
        >
          <span>{chip.label}</span> <b>{chip.count}</b>
        </button>
      ))}
    </div>
  );
}
