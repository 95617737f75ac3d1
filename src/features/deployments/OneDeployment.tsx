import { useEffect, useState } from 'react';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { isClientError } from '#src/client/http/errors.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { missingSignIn } from '#src/client/queries/access.ts';
import {
  useMissingForLists,
  useTargetsError,
  type MissingForLists,
} from '#src/client/queries/missing-for-lists.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DeploymentView } from './DeploymentView.tsx';
import { deploymentsWords as words } from './deployments-words.ts';
import { LoadingScreen, StatusScreen } from './StatusScreen.tsx';
import { useDeployment } from './use-deployment.ts';

/** The deployment with an ID at the connected target, or why it cannot be shown. */
export function OneDeployment({ id }: { id: string }) {
  const translate = useTranslate();
  const lack = useMissingForLists();
  const targetsError = useTargetsError();
  const query = useDeployment(id);
  const { data, error } = query;
  // Once it was shown, its name says more than its ID.
  const [lastName, setLastName] = useState<string>();
  const name = data?.name;
  if (name !== undefined && name !== lastName) setLastName(name);
  useEffect(() => {
    const subject = name === undefined ? translate(words.title) : foreignShort(name);
    document.title = `${subject} · IEF Deployment Builder`;
  }, [name, translate]);

  if (lack === 'target' && targetsError)
    return <Failure error={targetsError.error} retry={targetsError.retry} />;
  if (lack !== undefined && lack !== 'target') return <Missing missing={lack} />;
  if (data === null) return <Gone id={id} lastName={lastName} retry={() => void query.refetch()} />;
  if (data !== undefined) return <DeploymentView deployment={data} query={query} />;
  if (error === null) return <LoadingScreen />;
  const signIn = missingSignIn(error);
  if (signIn) return <Missing missing={signIn} />;
  return <Failure error={error} retry={() => void query.refetch()} />;
}

interface GoneProps {
  id: string;
  /** Undefined if the page never showed it. */
  lastName: string | undefined;
  retry: () => void;
}

function Gone({ id, lastName, retry }: GoneProps) {
  const t = useWords();
  const translate = useTranslate();
  const action = { label: t('action.retry'), onClick: retry };
  if (lastName !== undefined)
    return (
      <StatusScreen title={translate(words.deleted(foreignShort(lastName)))} action={action}>
        {translate(words.deletedHelp)}
      </StatusScreen>
    );
  return (
    <StatusScreen title={translate(words.gone)} action={action}>
      <AroundForeign words={(hole) => translate(words.goneHelp(hole))} text={id} />
    </StatusScreen>
  );
}

function Missing({ missing }: { missing: Exclude<MissingForLists, 'target'> }) {
  const translate = useTranslate();
  const requestMissing = useRequestMissing();
  const label = translate(missing === 'project' ? words.openConnection : words.signIn);
  return (
    <StatusScreen
      title={translate(words.missing[missing])}
      action={{ label, onClick: () => requestMissing(missing) }}
    />
  );
}

function Failure({ error, retry }: { error: Error | null; retry: () => void }) {
  const t = useWords();
  const translate = useTranslate();
  const isForbidden = isClientError(error) && error.kind === 'http' && error.status === 403;
  const help = isForbidden ? words.forbiddenHelp : words.failedHelp;
  return (
    <StatusScreen
      title={translate(isForbidden ? words.forbidden : words.failed)}
      action={{ label: t('action.retry'), onClick: retry }}
    >
      <AroundForeign
        words={(reason) => translate(help(reason))}
        text={reasonOf(error, t('connection.noAnswer'))}
      />
    </StatusScreen>
  );
}
