import { exceeds } from '#src/domain/preflight/capacity.ts';
import styles from './usage-bar.module.css';

interface UsageBarProps {
  /** Requested by others. */
  requested: number;
  /** Requested by this deployment. */
  added: number;
  capacity: number;
}

/** Requests against a capacity as a bar. The text beside it says the same, so screen readers skip the bar. */
export function UsageBar({ requested, added, capacity }: UsageBarProps) {
  const first = share(requested, capacity);
  const second = Math.min(share(added, capacity), 100 - first);
  const isOver = exceeds(requested + added, capacity);
  return (
    <svg
      aria-hidden
      className={styles.bar}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      data-over={isOver || undefined}
    >
      <rect className={styles.track} width="100" height="6" />
      <rect className={styles.requested} width={first} height="6" />
      <rect className={styles.added} x={first} width={second} height="6" />
    </svg>
  );
}

function share(amount: number, capacity: number): number {
  return capacity > 0 ? Math.min(100, (100 * amount) / capacity) : 0;
}
