import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { Link } from 'wouter';
import { deploymentsWords } from '#src/features/deployments/words/deployments-words.ts';
import { RolloutsList } from '#src/features/rollouts/list/RolloutsList.tsx';
import { OneRollout } from '#src/features/rollouts/watch/OneRollout.tsx';
import { rolloutListWords } from '#src/features/rollouts/words/rollout-list-words.ts';
import { watchWords } from '#src/features/rollouts/words/watch-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from '../deployments/deployment-host.module.css';
import { PlainPage } from '../deployments/PlainPage.tsx';

/** The rollouts, or one of them, with the connection and the switches of the page. */
export function RolloutHost({ id }: { id: string | undefined }) {
  const translate = useTranslate();
  return (
    <PlainPage
      ways={
        <nav aria-label={translate(deploymentsWords.ways)} className={styles.ways}>
          <Link href="/new/review">{translate(deploymentsWords.back)}</Link>
          {id !== undefined && <Link href="/rollouts">{translate(watchWords.allRollouts)}</Link>}
          <Link href="/deployments">{translate(deploymentsWords.allDeployments)}</Link>
        </nav>
      }
    >
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
