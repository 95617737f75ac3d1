import { useFormContext } from 'react-hook-form';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { useFormError } from '#src/ui/forms/use-form-error.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../words/abbreviate-project-id.ts';
import { formatDuration } from '../words/format-duration.ts';
import { usePasteHelp } from '../paste/use-paste-help.ts';
import { fromLocalInput } from './local-time.ts';
import { expiryOf, toTokenInputs, type TokenInputs } from './token-inputs.ts';
import { readToken } from './read-token.ts';
import { useTokenRemoval } from './use-token-removal.ts';

interface TokenFieldsProps {
  /** The project that the token must be for. */
  projectId: string;
  takesFocus?: boolean;
}

/** Form fields for a token, which is never shown, and its expiry, which is read from the token if possible. */
export function TokenFields({ projectId, takesFocus = false }: TokenFieldsProps) {
  const t = useWords();
  const form = useFormContext<TokenInputs>();
  const { errors } = form.formState;
  const wordsOf = useFormError();
  const token = form.watch('token');
  const setExpiry = ({ until, source }: Pick<TokenInputs, 'until' | 'source'>) => {
    form.setValue('until', until);
    form.setValue('source', source);
    form.clearErrors('until');
  };
  const setExpiryFrom = (text: string) => setExpiry(expiryOf(text, form.getValues('offsetMs')));
  const paste = usePasteHelp('token', token, (fixed) => {
    form.setValue('token', fixed, { shouldValidate: true, shouldDirty: true });
    setExpiryFrom(fixed);
  });
  // A token that is typed but not applied yet is in the memory of the page, too.
  useTokenRemoval(token, undefined, () => {
    form.setValue('token', '');
    setExpiry(toTokenInputs());
  });
  const { projectId: tokenProject } = readToken(token);
  const isOtherProject =
    tokenProject !== undefined && projectId !== '' && tokenProject !== projectId;
  return (
    <>
      <FormInput
        label={t('connection.token')}
        help={
          isOtherProject
            ? t('connection.tokenProject', { project: abbreviateProjectId(tokenProject) })
            : t('connection.tokenHelp')
        }
        warns={isOtherProject}
        error={errors.token && (paste.words ?? wordsOf(errors.token))}
        fix={paste.fix}
        registration={form.register('token', {
          onChange: (event: { target: HTMLInputElement }) => setExpiryFrom(event.target.value),
        })}
        type="password"
        wire
        takesFocus={takesFocus}
      />
      <UntilInput />
    </>
  );
}

const RENDER_INTERVAL_MS = 1_000;

/** The expiry of the token, with the remaining time. */
function UntilInput() {
  const t = useWords();
  const form = useFormContext<TokenInputs>();
  const wordsOf = useFormError();
  const { token, until, source, offsetMs } = form.watch();
  // The time at the next render, so that the remaining time is never shown too long.
  const now = useNow(RENDER_INTERVAL_MS) + RENDER_INTERVAL_MS + offsetMs;
  const expiresAt = fromLocalInput(until);
  const isExpired = expiresAt !== undefined && expiresAt <= now;
  const help = () => {
    if (expiresAt === undefined) return token.trim() === '' ? '' : t('connection.untilEmpty');
    if (isExpired) return t('connection.untilOver');
    const time = formatDuration(t, expiresAt - now);
    if (source === 'read') return t('connection.untilRead', { time });
    return t(source === 'assumed' ? 'connection.untilAssumed' : 'connection.untilTyped', { time });
  };
  return (
    <FormInput
      label={t('connection.until')}
      help={help()}
      warns={isExpired}
      error={wordsOf(form.formState.errors.until)}
      registration={form.register('until', {
        onChange: () => form.setValue('source', 'typed'),
      })}
      type="datetime-local"
    />
  );
}
