import { useDeferredValue } from 'react';
import { missingSignIn } from '#src/client/queries/access.ts';
import { useMissingForLists, useTargetsError } from '#src/client/queries/missing-for-lists.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FailureScreen, MissingScreen } from '../state/PlaceScreens.tsx';
import { LoadingScreen } from '#src/ui/status/StatusScreen.tsx';
import { useShownError } from '../state/use-shown-error.ts';
import { listWords as words } from '../words/list-words.ts';
import type { ListSlots } from './list-slots.ts';
import { ListView } from './ListView.tsx';
import { useDeploymentList } from './use-deployment-list.ts';

/** The deployments of the project at the connected target, or why they cannot be shown. */
export function DeploymentsList({ selectionActions }: ListSlots) {
  const translate = useTranslate();
  const lack = useMissingForLists();
  const targetsError = useTargetsError();
  const { query, reading } = useDeploymentList();
  const shown = useDeferredValue(reading);
  const { refetch } = query;
  const error = useShownError(query);
  useTabTitle(translate(words.title));

  if (lack === 'target' && targetsError)
    return <FailureScreen error={targetsError.error} retry={targetsError.retry} words={words} />;
  if (lack !== undefined && lack !== 'target')
    return <MissingScreen missing={lack} titles={words.missing} words={words} />;
  if (shown !== undefined)
    return <ListView reading={shown} refetch={refetch} selectionActions={selectionActions} />;
  if (error === null) return <LoadingScreen label={translate(words.loading)} />;
  const signIn = missingSignIn(error);
  if (signIn)
    return <MissingScreen missing={signIn} error={error} titles={words.missing} words={words} />;
  return <FailureScreen error={error} retry={() => void refetch()} words={words} />;
}
