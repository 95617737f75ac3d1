import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { GroupRecord, Listing, NodeRecord } from '#src/client/queries/resources.ts';
import type { Path } from '#src/json/path.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { Picker } from './Picker.tsx';
import styles from './picker.module.css';

/** Lists the project's nodes below the input, which also accepts any ID. */
export function NodePicker({
  nodes,
  ...rest
}: {
  nodes: UseQueryResult<Listing<NodeRecord>>;
  lack: MissingForLists | undefined;
  path: Path;
}) {
  const t = useWords();
  const translate = useTranslate();
  return (
    <Picker
      query={nodes}
      {...rest}
      label={t('target.nodes')}
      none={t('target.noNodes')}
      textOf={({ id, name, state, arch, hasGpu, hasNpu, npuType, hostIps }) =>
        [
          id,
          name,
          state,
          translate(nodeStateWords(state)),
          arch,
          hasGpu && 'GPU',
          hasNpu && `NPU ${npuType}`,
          ...hostIps,
        ].join(' ')
      }
    >
      {(node) => (
        <>
          {node.state !== '' && (
            <State isUp={node.state === 'RUNNING'} word={translate(nodeStateWords(node.state))} />
          )}
          {node.arch && <ForeignName text={node.arch} />}
          {node.hasGpu && <span>GPU</span>}
          {node.hasNpu && <ForeignName text={`NPU ${node.npuType}`} />}
          {node.hostIps[0] && <ForeignName text={node.hostIps[0]} />}
        </>
      )}
    </Picker>
  );
}

/** Lists the node groups below the input. */
export function GroupPicker({
  groups,
  ...rest
}: {
  groups: UseQueryResult<Listing<GroupRecord>>;
  lack: MissingForLists | undefined;
  path: Path;
}) {
  const t = useWords();
  return (
    <Picker
      query={groups}
      {...rest}
      label={t('target.groups')}
      none={t('target.noGroups')}
      textOf={({ id, name }) => `${id} ${name}`}
    >
      {(group) => <span>{t('target.nodeCount', { count: group.nodeCount })}</span>}
    </Picker>
  );
}

function State({ isUp, word }: { isUp: boolean; word: string }) {
  return (
    <span className={clsx(styles.state, isUp ? styles.up : styles.down)}>
      <span aria-hidden>{isUp ? '● ' : '▲ '}</span>
      <ForeignName text={word} />
    </span>
  );
}
