import visuallyHidden from '@mui/utils/visuallyHidden';
import { useWords } from '#src/ui/words/page-words.ts';
import { stepIds, type StepId } from '../steps.ts';

/** Announces the step to screen readers when it changes. */
export function StepAnnouncement({ step }: { step: StepId }) {
  const t = useWords();
  const number = stepIds.indexOf(step) + 1;
  return (
    <div aria-live="polite" style={visuallyHidden}>
      <span>
        {t('wizard.position', {
          number,
          total: stepIds.length,
          step: t(`step.${step}.title`),
        })}
      </span>
    </div>
  );
}
