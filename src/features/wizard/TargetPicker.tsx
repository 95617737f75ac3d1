import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import type { UseQueryResult } from '@tanstack/react-query';
import { Check, CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { reasonOf } from '#src/client/failure-reason.ts';
import { useTargetTrouble, type ListLack } from '#src/client/list-lack.ts';
import type { GroupRecord, Listing, NodeRecord } from '#src/client/resources.ts';
import type { Path } from '#src/json/path.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { AroundForeign, ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useEdit, useEditor, useValue } from '#src/ui/editing/editor.ts';
import { toText } from '#src/ui/editing/leaf-text.ts';
import { writeAt } from '#src/ui/editing/spec-edits.ts';
import { ListSearch } from '#src/ui/lists/ListSearch.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useView } from './view.ts';

/** Offers the project's nodes under the input; typing an ID by hand always works too. */
export function NodePicker({
  nodes,
  ...rest
}: {
  nodes: UseQueryResult<Listing<NodeRecord>>;
  lack: ListLack | undefined;
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

/** Offers the node groups under the input. */
export function GroupPicker({
  groups,
  ...rest
}: {
  groups: UseQueryResult<Listing<GroupRecord>>;
  lack: ListLack | undefined;
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

/** Lists longer than this can be searched: what is typed into the field above goes into the document. */
const SEARCH_ABOVE = 5;

interface PickerProps<R> {
  query: UseQueryResult<Listing<R>>;
  /** What the list waits for. */
  lack: ListLack | undefined;
  path: Path;
  label: string;
  none: string;
  /** What the search looks at. */
  textOf: (record: R) => string;
  children: (record: R) => ReactNode;
}

function Picker<R extends { id: string; name: string }>({
  query,
  lack,
  path,
  label,
  none,
  textOf,
  children,
}: PickerProps<R>) {
  const { root, store, problemVisibility, readOnly } = useEditor();
  const t = useWords();
  const edit = useEdit();
  const { connect } = useView();
  const [search, setSearch] = useState('');
  const trouble = useTargetTrouble();
  const pick = (id: string) => {
    edit((document) => writeAt(root, document, path, id), path);
    // A finished choice: what there is to say of it is said at once, such as that the node is not running.
    problemVisibility.touch(store.get(), path);
  };
  const value = toText(useValue(path)).trim();
  if (lack !== undefined && lack !== 'target')
    return (
      <Quiet>
        {t(`picker.${lack}`, { list: label })}
        <Button
          size="small"
          variant="text"
          onClick={() => connect(lack)}
          sx={{ ml: 1, minHeight: 24, py: 0 }}
        >
          {t(lack === 'project' ? 'submit.openConnection' : 'picker.signIn')}
        </Button>
      </Quiet>
    );
  const failure = lack === 'target' ? trouble : listFailure(query);
  if (failure !== undefined) {
    return (
      <Quiet>
        <CircleAlert size={14} aria-hidden style={{ verticalAlign: -2, marginRight: 6 }} />
        <AroundForeign
          words={(reason) => t('picker.failed', { reason })}
          text={reasonOf(failure.error, t('connection.noAnswer'))}
        />
        <Button
          size="small"
          variant="text"
          onClick={failure.retry}
          sx={{ ml: 1, minHeight: 24, py: 0 }}
        >
          {t('action.retry')}
        </Button>
      </Quiet>
    );
  }
  if (lack !== 'target' && query.isPending && query.fetchStatus === 'idle') return null;
  if (query.data === undefined) return <Quiet>{t('picker.loading')}</Quiet>;
  const { records } = query.data;
  if (records.length === 0) return <Quiet>{none}</Quiet>;
  const wanted = search.trim().toLowerCase();
  const shown = records.filter((record) => textOf(record).toLowerCase().includes(wanted));
  return (
    <Box role="group" aria-label={label} sx={{ mt: 1.5 }}>
      {records.length > SEARCH_ABOVE && (
        <ListSearch
          value={search}
          onChange={setSearch}
          found={shown.length}
          total={records.length}
        />
      )}
      <Box
        sx={{
          border: shown.length > 0 ? '1px solid' : 0,
          borderColor: 'divider',
          borderRadius: '6px',
          overflow: 'auto',
          maxHeight: 292,
        }}
      >
        {shown.map((record) => (
          <ButtonBase
            key={record.id}
            disabled={readOnly}
            aria-pressed={record.id === value}
            onClick={() => pick(record.id)}
            sx={{
              width: '100%',
              justifyContent: 'flex-start',
              textAlign: 'left',
              gap: 1.5,
              px: 1.5,
              py: 1,
              borderTop: '1px solid',
              borderColor: 'divider',
              mt: '-1px',
              bgcolor: record.id === value ? 'ground.chosen' : 'transparent',
              '&:hover': { bgcolor: record.id === value ? 'ground.chosen' : 'ground.hover' },
              '&.Mui-focusVisible': { outlineOffset: '-2px' },
            }}
          >
            <Box sx={{ width: 16, flexShrink: 0, color: 'primary.main' }}>
              {record.id === value && <Check size={16} aria-hidden />}
            </Box>
            <Box sx={{ minWidth: 0 }}>
              <Box translate="no" sx={{ fontSize: 14, fontWeight: 500, overflowWrap: 'anywhere' }}>
                <ForeignName text={record.name} />
              </Box>
              <Box
                sx={{
                  fontSize: 12,
                  color: 'text.secondary',
                  display: 'flex',
                  flexWrap: 'wrap',
                  columnGap: 1.5,
                }}
              >
                {children(record)}
                <Box
                  component="span"
                  sx={(theme) => ({ fontFamily: theme.wireFont, fontSize: 11, lineHeight: '18px' })}
                >
                  <ForeignName text={record.id} />
                </Box>
              </Box>
            </Box>
          </ButtonBase>
        ))}
      </Box>
    </Box>
  );
}

function listFailure({ isError, error, refetch }: UseQueryResult<unknown>) {
  return isError ? { error, retry: () => void refetch() } : undefined;
}

function State({ isUp, word }: { isUp: boolean; word: string }) {
  return (
    <Box component="span" sx={{ color: isUp ? 'success.main' : 'warning.main', fontWeight: 500 }}>
      <span aria-hidden>{isUp ? '● ' : '▲ '}</span>
      <ForeignName text={word} />
    </Box>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Box role="status" sx={{ mt: 1, fontSize: 13, color: 'text.secondary' }}>
      {children}
    </Box>
  );
}
