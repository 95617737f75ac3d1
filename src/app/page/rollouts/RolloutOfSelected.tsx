import Button from '@mui/material/Button';
import { useLocation } from 'wouter';
import { keepPlan } from '#src/client/rollouts/plan-store.ts';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { getSession } from '#src/client/session/session.ts';
import { planForDeployments } from '#src/features/rollouts/plan/new-plan.ts';
import { planWords as words } from '#src/features/rollouts/plan/plan-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

/** Leads from selected deployments to a rollout that updates or deletes them. */
export function RolloutOfSelected({ selected }: { selected: readonly DeploymentRow[] }) {
  const translate = useTranslate();
  const [, navigate] = useLocation();
  const open = async (action: 'update' | 'delete') => {
    await keepPlan(planForDeployments(action, selected, getSession()));
    navigate('/rollouts/new');
  };
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => void open('update')}>
        <span>{translate(words.updateSelected)}</span>
      </Button>
      <Button size="small" variant="outlined" color="error" onClick={() => void open('delete')}>
        <span>{translate(words.deleteSelected)}</span>
      </Button>
    </>
  );
}
