import Button from '@mui/material/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { isClientError } from '#src/client/http/errors.ts';
import type { PodRecord } from '#src/client/pods/pods.ts';
import type { NamedDeployment } from '#src/client/queries/deployments.ts';
import { podsAnswerGroup } from '#src/domain/api/answers/pods.fields.ts';
import { parseTimestamp } from '#src/domain/api/answers/timestamp.ts';
import { podTone } from '#src/domain/health/deployment-state.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { AroundForeign, ForeignName, ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { podsWords } from '../words/pods-words.ts';
import { PodConfirm } from './PodConfirm.tsx';
import { PodRequestNote } from './PodRequestNote.tsx';
import { usePodAction } from './use-pod-action.ts';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { deploymentsWords as words } from '../words/deployments-words.ts';
import styles from './pods.module.css';

interface PodsCardProps {
  deployment: NamedDeployment;
  query: Pick<UseQueryResult<readonly PodRecord[]>, 'data' | 'error'>;
  /** The time on the clock of the target, which may differ from that of this machine. */
  now: number;
  nodeName: NodeName;
}

/** The name of the node that an instance runs on, or its ID. */
type NodeName = (pod: Pick<PodRecord, 'nodeId'>) => string;

/** The instances of the deployment as a table. On phones each is a block. */
export function PodsCard({ deployment, query, now, nodeName }: PodsCardProps) {
  const translate = useTranslate();
  const pods = query.data;
  const action = usePodAction(deployment, pods ?? []);
  return (
    <Card
      flush
      title={translate(words.pods)}
      note={pods && pods.length > 0 ? String(pods.length) : undefined}
    >
      {query.error !== null && <PodsFailure error={query.error} />}
      {pods === undefined && query.error === null && (
        <p className={styles.none}>{translate(words.podsLoading)}</p>
      )}
      {pods?.length === 0 && <p className={styles.none}>{translate(words.noPods)}</p>}
      {pods && pods.length > 0 && (
        <PodTable
          pods={pods}
          nodeName={nodeName}
          now={now}
          isSending={action.isSending}
          onAsk={action.ask}
        />
      )}
      {action.request && <PodRequestNote request={action.request} onDismiss={action.dismiss} />}
      {action.question && (
        <PodConfirm
          question={action.question}
          onConfirm={() => void action.confirm()}
          onCancel={action.cancel}
        />
      )}
    </Card>
  );
}

function PodsFailure({ error }: { error: Error }) {
  const t = useWords();
  const translate = useTranslate();
  const isForbidden = isClientError(error) && error.kind === 'http' && error.status === 403;
  return (
    <p role="status" className={styles.none}>
      {isForbidden ? (
        translate(words.podsForbidden)
      ) : (
        <AroundForeign
          words={(reason) => translate(words.podsFailed(reason))}
          text={reasonOf(error, t('connection.noAnswer'))}
        />
      )}
    </p>
  );
}

interface PodTableProps {
  pods: readonly PodRecord[];
  nodeName: NodeName;
  now: number;
  /** True while the request of an action is being sent: the next one waits for its answer. */
  isSending: boolean;
  onAsk: AskForAction;
}

type AskForAction = ReturnType<typeof usePodAction>['ask'];

const columns = ['pod', 'state', 'node', 'reason', 'restarts', 'age'] as const;

function PodTable({ pods, nodeName, now, ...actions }: PodTableProps) {
  const translate = useTranslate();
  return (
    <table aria-label={translate(words.pods)} className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {translate(words[column])}
            </th>
          ))}
          <th scope="col">{translate(podsWords.actions)}</th>
        </tr>
      </thead>
      <tbody ref={keepRowFocus}>
        {pods.map((pod) => (
          <PodRow key={pod.id} pod={pod} nodeName={nodeName(pod)} now={now} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

interface PodRowProps extends Pick<PodTableProps, 'now' | 'isSending' | 'onAsk'> {
  pod: PodRecord;
  nodeName: string;
}

function PodRow({ pod, nodeName, now, isSending, onAsk }: PodRowProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const created = parseTimestamp(pod.createdAt);
  const { options } = podsAnswerGroup.fields.pods.row.fields.state;
  const known = options.find(({ value }) => value === pod.state);
  const explanation = [pod.reason, pod.message].filter(Boolean).join(': ');
  return (
    <tr>
      <th scope="row">
        <ForeignName text={pod.name} />
      </th>
      <td>
        <StateWord tone={podTone(pod.state)}>
          {known ? translate(known.label) : <ForeignName text={pod.state || '–'} />}
        </StateWord>
      </td>
      <td data-label={translate(words.node)}>
        <ForeignName text={nodeName || '–'} />
      </td>
      <td data-label={translate(words.reason)}>
        {explanation === '' ? '–' : <ForeignText key={explanation} text={explanation} />}
      </td>
      <td data-label={translate(words.restarts)}>{pod.restarts}</td>
      <td data-label={translate(words.age)} className={styles.age}>
        {created === undefined ? (
          <ForeignName text={pod.createdAt || '–'} />
        ) : (
          formatAge(now - created.getTime(), language)
        )}
      </td>
      <td>
        {(['restart', 'delete'] as const).map((action) => (
          <Button
            key={action}
            size="small"
            variant="text"
            color={action === 'delete' ? 'error' : 'primary'}
            aria-label={translate(podsWords[action].label(pod.name))}
            // Not `disabled`: the focus returns here from the dialog.
            aria-disabled={isSending}
            title={isSending ? translate(podsWords.wait) : undefined}
            className={styles.action}
            onClick={() => onAsk(action, pod)}
          >
            <span>{translate(podsWords[action].button)}</span>
          </Button>
        ))}
      </td>
    </tr>
  );
}
