import { useQuery } from '@tanstack/react-query';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { asList, asObject } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { updateWords as words } from './update-words.ts';

/** The values that an update cannot change: name, tags, and node or node group. */
export function FixedCard({ parts }: { parts: readonly ('name' | 'target' | 'tags')[] }) {
  const translate = useTranslate();
  const { name, tags } = useDocument(asObject);
  const target = useTargetName();
  const tagList = asList(tags).map((tag) => {
    const { key, value } = asObject(tag);
    return `${textOf(key)}=${textOf(value)}`;
  });
  return (
    <Card title={translate(words.fixed)} help={translate(words.fixedHelp)}>
      <DefinitionList
        items={[
          ...(parts.includes('name') ? [[translate(words.name), textOf(name)] as const] : []),
          ...(parts.includes('target')
            ? [[translate(words[target.kind]), target.name] as const]
            : []),
          ...(parts.includes('tags')
            ? [[translate(words.tags), tagList.join(', ') || translate(words.none)] as const]
            : []),
        ]}
      />
    </Card>
  );
}

/** The node or node group of the deployment, by name where the lists have it. */
export function useTargetName() {
  const session = useSession();
  const { node_ids: nodeIds, group_id: groupId } = useDocument(asObject);
  const isReady = useMissingForLists() === undefined;
  const kind = typeof groupId === 'string' && groupId !== '' ? 'group' : 'node';
  const nodes = useQuery({ ...nodesQuery(session), enabled: isReady && kind === 'node' });
  const groups = useQuery({ ...groupsQuery(session), enabled: isReady && kind === 'group' });
  const id = kind === 'group' ? textOf(groupId) : textOf(asList(nodeIds)[0]);
  const node = nodes.data?.records.find((record) => record.id === id);
  const group = groups.data?.records.find((record) => record.id === id);
  const found = kind === 'group' ? group?.name : node?.name;
  return {
    kind,
    name: found === undefined ? id : `${found} (${id})`,
    shortName: found ?? id,
    /** Undefined if it is not known. */
    state: kind === 'node' ? node?.state : undefined,
  } as const;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
