import visuallyHidden from '@mui/utils/visuallyHidden';
import { useId, type ReactNode } from 'react';
import styles from './segments.module.css';

interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string | undefined;
  /** Follows the label, such as an issue count. */
  readonly badge?: ReactNode;
}

interface SegmentsProps<V extends string> {
  label: string;
  value: V;
  segments: readonly Segment<V>[];
  onChange: (value: V) => void;
  disabled?: boolean;
  /** Hides the legend visually if a heading says the same. */
  hideLabel?: boolean;
}

/** A segmented control made of native radios, so arrow keys and screen readers work. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, value, segments, onChange, disabled, hideLabel } = props;
  const name = useId();
  return (
    <fieldset disabled={disabled} className={styles.set}>
      <legend className={styles.legend} style={hideLabel ? visuallyHidden : undefined}>
        {label}
      </legend>
      <div className={styles.bar}>
        {segments.map((segment) => (
          <label key={segment.value} title={segment.help} className={styles.segment}>
            {/* The input covers the whole segment. */}
            <span>
              <input
                type="radio"
                name={name}
                value={segment.value}
                checked={segment.value === value}
                onChange={() => onChange(segment.value)}
              />
              {segment.label}
            </span>
            {segment.badge}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
