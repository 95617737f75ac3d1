import { useState } from 'react';
import { missingSignIn } from '#src/client/queries/access.ts';
import { useMissingForLists, useTargetsError } from '#src/client/queries/missing-for-lists.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DeploymentView } from './DeploymentView.tsx';
import type { DeploymentSlots } from './deployment-slots.ts';
import { FailureScreen, MissingScreen } from './state/PlaceScreens.tsx';
import { LoadingScreen, StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useShownError } from './state/use-shown-error.ts';
import { useDeployment } from './use-deployment.ts';
import { deploymentsWords as words } from './words/deployments-words.ts';

interface OneDeploymentProps extends DeploymentSlots {
  id: string;
}

/** The deployment with an ID at the connected target, or why it cannot be shown. */
export function OneDeployment({ id, ...slots }: OneDeploymentProps) {
  const translate = useTranslate();
  const lack = useMissingForLists();
  const targetsError = useTargetsError();
  const query = useDeployment(id);
  const { data } = query;
  const error = useShownError(query);
  // Once it was shown, its name says more than its ID.
  const [lastName, setLastName] = useState<string>();
  const name = data?.name;
  if (name !== undefined && name !== lastName) setLastName(name);
  useTabTitle(name === undefined ? translate(words.title) : foreignShort(name));

  if (lack === 'target' && targetsError)
    return <FailureScreen error={targetsError.error} retry={targetsError.retry} words={words} />;
  if (lack !== undefined && lack !== 'target')
    return <MissingScreen missing={lack} titles={words.missing} words={words} />;
  if (data === null) return <Gone id={id} lastName={lastName} retry={() => void query.refetch()} />;
  if (data !== undefined) return <DeploymentView deployment={data} query={query} slots={slots} />;
  if (error === null) return <LoadingScreen label={translate(words.loading)} />;
  const signIn = missingSignIn(error);
  if (signIn)
    return <MissingScreen missing={signIn} error={error} titles={words.missing} words={words} />;
  return <FailureScreen error={error} retry={() => void query.refetch()} words={words} />;
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
