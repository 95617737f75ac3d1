import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { planTextsSchema, readPlanTexts, type PlanTexts } from '#src/domain/rollout/plan-texts.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { paceWords as words } from './pace-words.ts';
import styles from './plan.module.css';

interface PaceCardProps {
  settings: PlanTexts;
  total: number;
  onChange: (settings: PlanTexts) => void;
}

const presets = { careful: '1, 10%, 100%', once: '100%' } as const;
type Preset = keyof typeof presets | 'own';

const inputs = ['stopAt', 'goOnAt'] as const;
const limits = ['readyWithin', 'offlineWithin', 'inFlight', 'perMinute'] as const;

/** Waves, thresholds, gate and rate. */
export function PaceCard({ settings, total, onChange }: PaceCardProps) {
  const translate = useTranslate();
  const form = useForm<PlanTexts>({
    resolver: formResolver(planTextsSchema(total)),
    defaultValues: settings,
    mode: 'onChange',
  });
  const { errors } = form.formState;
  // The waves depend on the number of rows.
  useEffect(() => void form.trigger(), [form, total]);
  useEffect(() => {
    const subscription = form.watch((values) => onChange(values as PlanTexts));
    return () => subscription.unsubscribe();
  }, [form, onChange]);
  const { problems = {} } = readPlanTexts(settings, total);
  const errorOf = (field: keyof PlanTexts) => {
    const problem = errors[field] && problems[field];
    return problem && translate(problem);
  };
  return (
    <Card title={translate(words.title)}>
      <div className={styles.stack}>
        <Segments<Preset>
          label={translate(words.presets)}
          value={presetOf(settings.waves)}
          segments={(['careful', 'once', 'own'] as const).map((value) => ({
            value,
            label: translate(words[value]),
          }))}
          onChange={(preset) => {
            const waves = preset === 'own' ? '1, 5%, 25%, 100%' : presets[preset];
            form.setValue('waves', waves, { shouldValidate: true });
          }}
        />
        <div className={styles.fields}>
          <FormInput
            label={translate(words.waves)}
            help={translate(words.wavesHelp)}
            error={errorOf('waves')}
            registration={form.register('waves')}
            wire
          />
          {inputs.map((field) => (
            <FormInput
              key={field}
              label={translate(words[field])}
              help={translate(words[`${field}Help`])}
              error={errorOf(field)}
              registration={form.register(field)}
              wire
            />
          ))}
          <FormSelect label={translate(words.gate)} registration={form.register('gate')}>
            <option value="auto">{translate(words.gates.auto)}</option>
            <option value="manual">{translate(words.gates.manual)}</option>
          </FormSelect>
          {limits.map((field) => (
            <FormInput
              key={field}
              label={translate(words[field])}
              help={translate(words[`${field}Help`])}
              error={errorOf(field)}
              registration={form.register(field)}
              wire
            />
          ))}
        </div>
      </div>
    </Card>
  );
}

function presetOf(waves: string): Preset {
  const compact = (text: string) => text.replaceAll(/\s/g, '');
  const names = Object.keys(presets) as (keyof typeof presets)[];
  return names.find((name) => compact(presets[name]) === compact(waves)) ?? 'own';
}
