import Button from '@mui/material/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import {
  isSetting,
  useTargetsError,
  type MissingForLists,
} from '#src/client/queries/missing-for-lists.ts';
import type { Listing } from '#src/client/queries/resources.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './picker.module.css';

interface ListStateProps<R> {
  query: UseQueryResult<Listing<R>>;
  /** Input that is missing before the list can load. */
  lack: MissingForLists | undefined;
  none: string;
  children: (records: readonly R[]) => ReactNode;
}

/** Renders a loaded list, or its state: input missing, loading, failed, empty. */
export function ListState<R>({ query, lack, none, children }: ListStateProps<R>) {
  const t = useWords();
  const requestMissing = useRequestMissing();
  const targetsError = useTargetsError();
  if (lack !== undefined && lack !== 'target')
    return (
      <Status>
        {t(`picker.${lack}`)}
        <Action onClick={() => requestMissing(lack)}>
          {t(isSetting(lack) ? 'submit.openConnection' : 'picker.signIn')}
        </Action>
      </Status>
    );
  const failure = lack === 'target' ? targetsError : listFailure(query);
  if (failure !== undefined) {
    return (
      <Status>
        <CircleAlert size={14} aria-hidden className={styles.alert} />
        <AroundForeign
          words={(reason) => t('picker.failed', { reason })}
          text={reasonOf(failure.error, t('connection.noAnswer'))}
        />
        <Action onClick={failure.retry}>{t('action.retry')}</Action>
      </Status>
    );
  }
  if (lack !== 'target' && query.isPending && query.fetchStatus === 'idle') return null;
  if (query.data === undefined) return <Status isLoading>{t('picker.loading')}</Status>;
  const { records } = query.data;
  return records.length === 0 ? <Status>{none}</Status> : children(records);
}

function listFailure({ isError, error, refetch }: UseQueryResult<unknown>) {
  return isError ? { error, retry: () => void refetch() } : undefined;
}

function Status({ isLoading, children }: { isLoading?: boolean; children: ReactNode }) {
  return (
    <div role="status" className={clsx(styles.status, isLoading && styles.rowsToCome)}>
      {children}
    </div>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="small" variant="text" onClick={onClick} className={styles.action}>
      {children}
    </Button>
  );
}
