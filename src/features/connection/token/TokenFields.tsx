import { useFormContext } from 'react-hook-form';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { useFormError } from '#src/ui/forms/use-form-error.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../words/abbreviate-project-id.ts';
import { formatDuration } from '../words/format-duration.ts';
import { usePasteHelp } from '../paste/use-paste-help.ts';
import { fromLocalInput } from './local-time.ts';
import { endOf, toTokenInputs, type TokenInputs } from './token-inputs.ts';
import { readToken } from './token-text.ts';
import { useTokenLife } from './use-token-life.ts';

interface TokenFieldsProps {
  /** The project the token should be for. */
  projectId: string;
  takesFocus?: boolean;
}

/** A token, never shown, and when it expires, which is read from the token where possible. Part of a form. */
export function TokenFields({ projectId, takesFocus = false }: TokenFieldsProps) {
  const t = useWords();
  const form = useFormContext<TokenInputs>();
  const { errors } = form.formState;
  const wordsOf = useFormError();
  const token = form.watch('token');
  const setEnd = ({ until, source }: Pick<TokenInputs, 'until' | 'source'>) => {
    form.setValue('until', until);
    form.setValue('source', source);
    form.clearErrors('until');
  };
  const followToken = (text: string) => setEnd(endOf(text, form.getValues('offsetMs')));
  const paste = usePasteHelp('token', token, (fixed) => {
    form.setValue('token', fixed, { shouldValidate: true, shouldDirty: true });
    followToken(fixed);
  });
  // A token that was typed but not applied yet is in the memory of the page as well.
  useTokenLife(token, undefined, () => {
    form.setValue('token', '');
    setEnd(toTokenInputs());
  });
  const { projectId: ofToken } = readToken(token);
  const isOther = ofToken !== undefined && projectId !== '' && ofToken !== projectId;
  return (
    <>
      <FormInput
        label={t('connection.token')}
        help={
          isOther
            ? t('connection.tokenProject', { project: abbreviateProjectId(ofToken) })
            : t('connection.tokenHelp')
        }
        warns={isOther}
        error={errors.token && (paste.words ?? wordsOf(errors.token))}
        fix={paste.fix}
        registration={form.register('token', {
          onChange: (event: { target: HTMLInputElement }) => followToken(event.target.value),
        })}
        type="password"
        wire
        takesFocus={takesFocus}
      />
      <UntilInput />
    </>
  );
}

const REDRAW_MS = 1_000;

/** When the token expires, with the time that is left. */
function UntilInput() {
  const t = useWords();
  const form = useFormContext<TokenInputs>();
  const wordsOf = useFormError();
  const language = useLanguage();
  const { token, until, source, offsetMs } = form.watch();
  // Up to the next redraw, so that the time left is never too long.
  const now = useNow(REDRAW_MS) + REDRAW_MS + offsetMs;
  const end = fromLocalInput(until);
  const isOver = end !== undefined && end <= now;
  const help = () => {
    if (end === undefined) return token.trim() === '' ? '' : t('connection.untilEmpty');
    if (isOver) return t('connection.untilOver');
    const time = formatDuration(end - now)[language];
    if (source === 'read') return t('connection.untilRead', { time });
    return t(source === 'assumed' ? 'connection.untilAssumed' : 'connection.untilTyped', { time });
  };
  return (
    <FormInput
      label={t('connection.until')}
      help={help()}
      warns={isOver}
      error={wordsOf(form.formState.errors.until)}
      registration={form.register('until', {
        onChange: () => form.setValue('source', 'typed'),
      })}
      type="datetime-local"
    />
  );
}
