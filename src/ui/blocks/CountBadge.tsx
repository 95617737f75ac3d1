import clsx from 'clsx';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import styles from './count-badge.module.css';
import type { IssueCounts } from '../editing/issues/count-issues.ts';
import { useCountWords } from '../words/use-count-words.ts';

interface CountBadgeProps {
  counts: IssueCounts;
  /** Show only the most severe kind, for narrow places. The accessible name still has all. */
  compact?: boolean;
  /** Set if the accessible name of the element around it already has the counts. */
  isDecoration?: boolean;
}

/**
 * The number of problems of a step, container, tab or list: errors red with a circle, warnings amber with a triangle,
 * blanks outlined without an icon. Renders nothing if there are none.
 */
export function CountBadge({ counts, compact = false, isDecoration = false }: CountBadgeProps) {
  const label = useCountWords()(counts);
  if (label === '') return null;
  const { errors, warnings, blanks } = counts;
  const naming = isDecoration
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': label, title: label };
  return (
    <span {...naming} className={clsx(styles.badges, compact && styles.compact)}>
      {errors > 0 && (
        <span className={clsx(styles.badge, styles.error)}>
          <CircleAlert size={12} strokeWidth={2.25} aria-hidden />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className={clsx(styles.badge, styles.warning)}>
          <TriangleAlert size={12} strokeWidth={2.25} aria-hidden />
          {warnings}
        </span>
      )}
      {blanks > 0 && <span className={clsx(styles.badge, styles.blank)}>{blanks}</span>}
    </span>
  );
}
