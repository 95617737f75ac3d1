import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { Link } from 'wouter';
import { RolloutsList } from '#src/features/rollouts/list/RolloutsList.tsx';
import { OneRollout } from '#src/features/rollouts/watch/OneRollout.tsx';
import { rolloutListWords } from '#src/features/rollouts/words/rollout-list-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { PlainPage } from '../deployments/PlainPage.tsx';
import { WayLinks } from '../deployments/WayLinks.tsx';

/** The rollouts, or one of them, with the connection and the switches of the page. */
export function RolloutHost({ id }: { id: string | undefined }) {
  return (
    <PlainPage ways={<WayLinks here={id === undefined ? '/rollouts' : undefined} />}>
      {id === undefined ? <RolloutsList start={<NewRollout />} /> : <OneRollout key={id} id={id} />}
    </PlainPage>
  );
}

function NewRollout() {
  const translate = useTranslate();
  return (
    <Button
      component={Link}
      href="/rollouts/new"
      size="small"
      variant="contained"
      startIcon={<Plus size={16} aria-hidden />}
    >
      <span>{translate(rolloutListWords.newRollout)}</span>
    </Button>
  );
}
