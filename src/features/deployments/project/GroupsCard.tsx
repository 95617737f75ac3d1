import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { groupsQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { AroundForeign, ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { listWords } from '../words/list-words.ts';
import { projectWords as words } from '../words/project-words.ts';
import styles from './project.module.css';

/** The node groups of the platinum instance with the deployments to them. */
export function GroupsCard({ rows }: { rows: readonly DeploymentRow[] }) {
  const t = useWords();
  const translate = useTranslate();
  const { data, error } = useQuery(groupsQuery(useSession()));
  const byGroup = useMemo(() => deploymentsByGroup(rows), [rows]);
  const groups = data?.records;
  return (
    <Card title={translate(words.groups)} note={groups && String(groups.length)}>
      {error !== null && (
        <p className={styles.text}>
          <AroundForeign
            words={(reason) => translate(words.failed(reason))}
            text={reasonOf(error, t('connection.noAnswer'))}
          />
        </p>
      )}
      {groups?.length === 0 && <p className={styles.text}>{translate(words.noGroups)}</p>}
      <ul className={styles.groups}>
        {groups?.map(({ id, name, nodeCount }) => (
          <li key={id}>
            <Link href={`/deployments?on=${encodeURIComponent(name)}`}>
              <ForeignName text={name} />
            </Link>{' '}
            <span className={styles.numbers}>{translate(words.nodes(nodeCount))}</span>
            <GroupDeployments rows={byGroup.get(id) ?? []} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How many deployments of a group are named; the link of the group shows all of them. */
const MOST_NAMED = 5;

function GroupDeployments({ rows }: { rows: readonly DeploymentRow[] }) {
  const translate = useTranslate();
  return (
    <p className={styles.text}>
      {rows.length === 0 && translate(words.noDeployments)}
      {rows.slice(0, MOST_NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <Link href={`/deployments/${encodeURIComponent(id)}`}>
            <ForeignName text={name} />
          </Link>
        </span>
      ))}{' '}
      {rows.length > MOST_NAMED && translate(listWords.more(rows.length - MOST_NAMED))}
    </p>
  );
}

function deploymentsByGroup(rows: readonly DeploymentRow[]) {
  const groups = new Map<string, DeploymentRow[]>();
  for (const row of rows) {
    if (row.groupId === '') continue;
    const group = groups.get(row.groupId);
    if (group) group.push(row);
    else groups.set(row.groupId, [row]);
  }
  return groups;
}
