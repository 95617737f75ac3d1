import { useFormContext } from 'react-hook-form';
import { useSession } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { FixedValue } from '#src/ui/forms/FixedValue.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useFormError } from '#src/ui/forms/use-form-error.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { editionWords } from './edition-words.ts';
import { isPlatinum, type SettingsInputs } from './settings-inputs.ts';
import { TargetCard } from '../target/TargetCard.tsx';
import { toTokenInputs } from '../token/token-inputs.ts';
import { usePasteHelp } from '../paste/use-paste-help.ts';

interface EndpointFieldsProps {
  targets: readonly Target[];
  target: Target | undefined;
}

/** Target, project, edition and instance. Values set by the configuration of the target are shown as text. */
export function EndpointFields({ targets, target }: EndpointFieldsProps) {
  const t = useWords();
  const { register, watch } = useFormContext<SettingsInputs>();
  const switchTarget = useSwitchTarget(targets);
  const translate = useTranslate();
  const hasFreeEdition = target?.edition !== 'platinum';
  return (
    <>
      <div>
        <FormSelect
          label={t('connection.target')}
          registration={register('targetId', {
            onChange: (event: { target: HTMLSelectElement }) => switchTarget(event.target.value),
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
        <FormSelect
          label={t('edition.label')}
          registration={register('edition')}
          help={translate(editionWords.help)}
        >
          <option value="professional">{t('edition.professional')}</option>
          <option value="platinum">{t('edition.platinum')}</option>
        </FormSelect>
      ) : (
        <FixedValue
          label={t('edition.label')}
          value={t('edition.platinum')}
          help={translate(editionWords.fixed)}
        />
      )}
      {hasFreeEdition && isPlatinum({ edition: watch('edition') }, target) && (
        <IdInput name="instanceId" isMock={target?.kind === 'mock'} />
      )}
      <FormSelect
        label={t('generation.label')}
        registration={register('generation')}
        help={translate(editionWords.generation)}
      >
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

/** An input for an ID. Explains mistakes in a pasted ID and offers to correct them. */
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

/** Returns a function that adapts the other inputs to another target. */
function useSwitchTarget(targets: readonly Target[]): (targetId: string) => void {
  const session = useSession();
  const { getValues, setValue, clearErrors } = useFormContext<SettingsInputs>();
  return (targetId) => {
    // A token that was entered for one target must never reach another.
    const inputs = toTokenInputs(targetId === session.targetId ? session : undefined);
    for (const name of ['token', 'until', 'source', 'offsetMs'] as const)
      setValue(name, inputs[name]);
    clearErrors(['token', 'until']);
    // Platinum without an instance came from the configuration of the previous target.
    const hasFreeEdition = targets.some(
      ({ id, edition }) => id === targetId && edition !== 'platinum',
    );
    if (hasFreeEdition && getValues('instanceId') === '') setValue('edition', 'professional');
  };
}
