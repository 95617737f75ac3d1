import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

interface Tab<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Follows the label, such as an issue count. */
  readonly badge?: ReactNode;
}

interface TabsProps<V extends string> {
  /** Accessible name of the tab list. */
  label: string;
  value: V;
  tabs: readonly Tab<V>[];
  onChange: (value: V) => void;
  /** Reserves the space of the tabs without showing them. */
  isHidden?: boolean;
  /** Buttons at the end of the row. */
  actions?: ReactNode;
  /** The panel of the selected tab. */
  children: ReactNode;
}

/** Tabs with the panel of the selected one. Arrow keys, Home and End switch tabs. */
export function Tabs<V extends string>(props: TabsProps<V>) {
  const { label, value, tabs, onChange, isHidden, actions, children } = props;
  const id = useId();
  const tabId = (tab: V) => `${id}-${tab}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.value === value);
    const target = targetIndex(event.key, index, tabs.length);
    const next = target === undefined ? undefined : tabs[target];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(tabId(next.value))?.focus();
  };
  return (
    <>
      <div className={styles.row} style={isHidden ? { visibility: 'hidden' } : undefined}>
        <div role="tablist" aria-label={label} className={styles.list}>
          {tabs.map((tab) => {
            const isSelected = tab.value === value;
            return (
              <button
                key={tab.value}
                id={tabId(tab.value)}
                type="button"
                role="tab"
                aria-selected={isSelected}
                aria-controls={isSelected ? `${id}-panel` : undefined}
                tabIndex={isSelected ? 0 : -1}
                className={styles.tab}
                onClick={() => onChange(tab.value)}
                onKeyDown={onKeyDown}
              >
                <span>{tab.label}</span>
                {tab.badge}
              </button>
            );
          })}
        </div>
        {actions}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={tabId(value)}>
        {children}
      </div>
    </>
  );
}

function targetIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
