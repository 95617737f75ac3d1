import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { RequestActions } from './RequestDetails.tsx';
import { SentRequestRow } from './SentRequestRow.tsx';
import { requestsWords as words } from './requests-words.ts';
import styles from './requests.module.css';

interface RequestTableProps {
  requests: readonly SentRequest[];
  isShort?: boolean;
  actions: RequestActions;
}

/** Requests as a table, newest first. */
export function RequestTable({ requests, isShort = false, actions }: RequestTableProps) {
  const translate = useTranslate();
  const columns = isShort
    ? (['time', 'action', 'outcome', 'requestId'] as const)
    : (['time', 'action', 'deployment', 'target', 'outcome', 'requestId'] as const);
  return (
    <table aria-label={translate(words.title)} className={styles.table}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {translate(words[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <SentRequestRow key={request.key} request={request} isShort={isShort} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}
