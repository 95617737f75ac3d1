import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { readLiveRecord } from '#src/client/requests/change-deployment.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import type { RequestActions } from '#src/features/requests/RequestDetails.tsx';
import { prepareEdit } from '#src/features/update/open-update.ts';
import { useOpenAsDraft } from './use-open-as-draft.ts';

/** Actions on a request in the history. */
export function useRequestActions(): RequestActions {
  const [, navigate] = useLocation();
  const openAsDraft = useOpenAsDraft();
  return useMemo(
    () => ({
      onOpen: (document) => void openAsDraft(document),
      onView: (id) => navigate(`/deployments/${encodeURIComponent(id)}`),
      onRollBack: async ({ place, deploymentId, name, before }) => {
        const record = await readLiveRecord(place, deploymentId, { name }).catch(() => undefined);
        const path = `/deployments/${encodeURIComponent(deploymentId)}`;
        if (record === undefined || before === undefined) return navigate(path);
        const live = documentOfRecord(record);
        const { description, deployment } = before;
        const { description: _, ...rest } = live;
        const target = {
          ...rest,
          ...(description !== undefined && { description }),
          ...(deployment !== undefined && { deployment }),
        };
        await prepareEdit(place, deploymentId, live, target);
        navigate(`${path}/update/review`);
      },
    }),
    [navigate, openAsDraft],
  );
}
