import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { RolloutLimits } from '#src/client/rollouts/rollout-requests.ts';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { planRanges } from '#src/domain/rollout/waves.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { rolloutActionWords } from '../words/action-words.ts';

const words = rolloutActionWords.limits;

const ranges = {
  stopAt: planRanges.rows,
  inFlight: planRanges.inFlight,
  perMinute: planRanges.perMinute,
};
const names = ['stopAt', 'inFlight', 'perMinute'] as const;

interface LimitsDialogProps {
  rollout: ShownRollout;
  /** True if a stopped rollout goes on with the new limits. */
  isResuming: boolean;
  onConfirm: (limits: RolloutLimits) => void;
  onCancel: () => void;
}

/** Changes the limits of a rollout. A stopped one goes on only above the failures so far. */
export function LimitsDialog({ rollout, isResuming, onConfirm, onCancel }: LimitsDialogProps) {
  const translate = useTranslate();
  const { plan, counts } = rollout;
  const least = isResuming ? counts.failed + 1 : 1;
  const resolver = useMemo(
    () =>
      formResolver(
        z.object({
          stopAt: whole(least, ranges.stopAt[1]),
          inFlight: whole(...ranges.inFlight),
          perMinute: whole(...ranges.perMinute),
        }),
      ),
    [least],
  );
  const form = useForm({
    resolver,
    defaultValues: {
      stopAt: String(Math.max(plan.stopAt, least)),
      inFlight: String(plan.inFlight),
      perMinute: String(plan.perMinute),
    },
  });
  const { errors } = form.formState;
  const messages = {
    stopAt: least > 1 ? words.aboveFailed(least - 1) : words.range(...ranges.stopAt),
    inFlight: words.range(...ranges.inFlight),
    perMinute: words.range(...ranges.perMinute),
  };
  const help = {
    stopAt: words.stopAtHelp(counts.failed),
    inFlight: words.inFlightHelp,
    perMinute: words.perMinuteHelp,
  };
  return (
    <FormDialog
      title={translate(isResuming ? words.resumeTitle : words.title)}
      submit={translate(isResuming ? rolloutActionWords.resume : words.submit)}
      onSubmit={(event) =>
        void form.handleSubmit((texts) => {
          const changed = names.filter((name) => Number(texts[name]) !== plan[name]);
          onConfirm(Object.fromEntries(changed.map((name) => [name, Number(texts[name])])));
        })(event)
      }
      onCancel={onCancel}
    >
      {names.map((name, index) => (
        <FormInput
          key={name}
          label={translate(words[name])}
          help={translate(help[name])}
          error={errors[name] && translate(messages[name])}
          registration={form.register(name)}
          takesFocus={index === 0}
        />
      ))}
    </FormDialog>
  );
}

/** A whole number as text. */
function whole(min: number, max: number) {
  return z.string().check(
    z.refine((text) => {
      const trimmed = text.trim();
      return /^\d{1,6}$/.test(trimmed) && Number(trimmed) >= min && Number(trimmed) <= max;
    }),
  );
}
