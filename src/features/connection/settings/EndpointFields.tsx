import { useFormContext } from 'react-hook-form';
import { useSession } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { FixedValue } from '#src/ui/forms/FixedValue.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useFormError } from '#src/ui/forms/use-form-error.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { isPlatinum, type SettingsInputs } from './settings-inputs.ts';
import { TargetCard } from '../target/TargetCard.tsx';
import { toTokenInputs } from '../token/token-inputs.ts';
import { usePasteHelp } from '../paste/use-paste-help.ts';

interface EndpointFieldsProps {
  targets: readonly Target[];
  /** The chosen one. */
  target: Target | undefined;
}

/** Where requests go: target, project, edition and instance. What the configuration fixes is shown as text. */
export function EndpointFields({ targets, target }: EndpointFieldsProps) {
  const t = useWords();
  const { register, watch } = useFormContext<SettingsInputs>();
  const moveTo = useMoveTo(targets);
  const hasFreeEdition = target?.edition !== 'platinum';
  return (
    <>
      <div>
        <FormSelect
          label={t('connection.target')}
          registration={register('targetId', {
            onChange: (event: { target: HTMLSelectElement }) => moveTo(event.target.value),
          })}
        >
          {targets.map(({ id, label, kind, region }) => (
            <option key={id} value={id}>
              {[label, t(`connection.${kind}`), region].filter(Boolean).join(' · ')}
            </option>
          ))}
        </FormSelect>
        {target && <TargetCard target={target} />}
      </div>
      {target?.projectId === undefined ? (
        <IdInput name="projectId" isMock={target?.kind === 'mock'} />
      ) : (
        <FixedValue label={t('connection.project')} value={target.projectId} wire />
      )}
      {hasFreeEdition ? (
        <FormSelect label={t('edition.label')} registration={register('edition')}>
          <option value="professional">{t('edition.professional')}</option>
          <option value="platinum">{t('edition.platinum')}</option>
        </FormSelect>
      ) : (
        <FixedValue label={t('edition.label')} value={t('edition.platinum')} />
      )}
      {hasFreeEdition && isPlatinum({ edition: watch('edition') }, target) && (
        <IdInput name="instanceId" isMock={target?.kind === 'mock'} />
      )}
      <FormSelect label={t('generation.label')} registration={register('generation')}>
        <option value="2024-04">{t('generation.page')}</option>
        <option value="2025">{t('generation.newer')}</option>
      </FormSelect>
    </>
  );
}

const idWords = {
  projectId: {
    label: 'connection.project',
    mock: 'connection.projectHelp',
    live: 'connection.projectHelpLive',
  },
  instanceId: {
    label: 'connection.instance',
    mock: 'connection.instanceMock',
    live: 'connection.instanceHelp',
  },
} as const;

/** An ID that people paste: it says what is wrong with it, and offers to correct that. */
function IdInput({ name, isMock }: { name: 'projectId' | 'instanceId'; isMock: boolean }) {
  const t = useWords();
  const { register, watch, setValue, formState } = useFormContext<SettingsInputs>();
  const wordsOf = useFormError();
  const paste = usePasteHelp(name, watch(name), (fixed) =>
    setValue(name, fixed, { shouldValidate: true, shouldDirty: true }),
  );
  const error = formState.errors[name];
  return (
    <FormInput
      label={t(idWords[name].label)}
      help={t(idWords[name][isMock ? 'mock' : 'live'])}
      error={error && (paste.words ?? wordsOf(error))}
      fix={paste.fix}
      registration={register(name)}
      wire
    />
  );
}

/** Adapts the other inputs when another target is chosen. */
function useMoveTo(targets: readonly Target[]): (targetId: string) => void {
  const session = useSession();
  const { getValues, setValue, clearErrors } = useFormContext<SettingsInputs>();
  return (targetId) => {
    // What was typed for one target must never reach another.
    const inputs = toTokenInputs(targetId === session.targetId ? session : undefined);
    for (const name of ['token', 'until', 'source', 'offsetMs'] as const)
      setValue(name, inputs[name]);
    clearErrors(['token', 'until']);
    // Platinum without an instance was fixed by the target before.
    const isFree = targets.some(({ id, edition }) => id === targetId && edition !== 'platinum');
    if (isFree && getValues('instanceId') === '') setValue('edition', 'professional');
  };
}
