import Button from '@mui/material/Button';
import { Link } from 'wouter';
import { StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ImportPlan, type ImportPlanProps } from './FileCard.tsx';
import { planWords as words } from './plan-words.ts';
import styles from './plan.module.css';

/** Leads from a plan without a document to what can be rolled out. */
export function NothingToPlan(props: Pick<ImportPlanProps, 'worker' | 'onImport'>) {
  const translate = useTranslate();
  return (
    <StatusScreen
      title={translate(words.empty)}
      details={
        <div className={styles.below}>
          <ImportPlan {...props}>
            <Button component={Link} href="/start" size="small" variant="contained">
              <span>{translate(words.openExample)}</span>
            </Button>
            <Button component={Link} href="/deployments" size="small" variant="outlined">
              <span>{translate(words.chooseDeployments)}</span>
            </Button>
          </ImportPlan>
        </div>
      }
    >
      {translate(words.emptyHelp)}
    </StatusScreen>
  );
}
