import { useMemo } from 'react';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { PressedOnce } from '#src/ui/blocks/PressedOnce.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './group-list.module.css';
import { nodeWords as words } from './node-words.ts';

/** The names of the nodes of each node group, by its name. */
export type NodeGroups = ReadonlyMap<string, ReadonlySet<string>>;

interface GroupListProps {
  nodes: readonly NodeRecord[];
  groups: NodeGroups;
  /** The IDs of the chosen nodes. */
  chosen: ReadonlySet<string>;
  onChoose: (nodes: readonly NodeRecord[]) => void;
}

/** The node groups of the project: each of them chooses all of its nodes. */
export function GroupList({ nodes, groups, chosen, onChoose }: GroupListProps) {
  const translate = useTranslate();
  const members = useMemo(
    () =>
      [...groups].map(
        ([name, names]) => [name, nodes.filter((node) => names.has(node.name))] as const,
      ),
    [groups, nodes],
  );
  return (
    <section aria-label={translate(words.groups)} className={styles.section}>
      <h3 className={styles.title}>{translate(words.groups)}</h3>
      <p className={styles.help}>{translate(words.groupsHelp)}</p>
      <ul className={styles.list}>
        {members.map(([name, inGroup]) => {
          const count = inGroup.filter(({ id }) => chosen.has(id)).length;
          const isChosen = count === inGroup.length;
          return (
            <li key={name} className={styles.group}>
              <span>
                <span translate="no" className={styles.name}>
                  <ForeignName text={name} />
                </span>{' '}
                <span className={styles.count}>
                  {translate(words.groupCount(inGroup.length, count))}
                </span>
              </span>
              <PressedOnce variant="text" isDone={isChosen} onPress={() => onChoose(inGroup)}>
                {translate(words.selectGroup(foreignShort(name)))}
              </PressedOnce>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
