import Button from '@mui/material/Button';
import { Layers } from 'lucide-react';
import { useLocation } from 'wouter';
import { keepPlan, readPlan } from '#src/client/rollouts/plan-store.ts';
import { getSession } from '#src/client/session/session.ts';
import { tabId } from '#src/features/drafts/tab-document.ts';
import { newPlan } from '#src/features/rollouts/plan/new-plan.ts';
import { planWords as words } from '#src/features/rollouts/plan/plan-words.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

/** Leads from Review to a rollout of the document at hand. A plan that was begun keeps its nodes and settings. */
export function DeployToMany() {
  const translate = useTranslate();
  const { store } = useEditor();
  const [, navigate] = useLocation();
  const open = async () => {
    const draft = { id: tabId() ?? undefined, document: store.get() };
    await keepPlan(newPlan(draft, getSession(), await readPlan()));
    navigate('/rollouts/new');
  };
  return (
    <Button
      size="small"
      variant="text"
      startIcon={<Layers size={16} aria-hidden />}
      onClick={() => void open()}
    >
      <span>{translate(words.open)}</span>
    </Button>
  );
}
