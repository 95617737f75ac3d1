import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { FormLine } from './FormLine.tsx';
import { fromLocalInput } from './local-time.ts';
import { sayDuration } from './say-duration.ts';
import { shortProject } from './short-project.ts';
import { readToken } from './token-text.ts';
import { useNow } from './use-now.ts';
import type { TokenForm } from './use-token-form.ts';

interface TokenFieldsProps {
  tokenForm: TokenForm;
  /** The project the token shall be for. */
  projectId: string;
  takesFocus?: boolean;
}

/** A token, never shown, and when it runs out: told by the token itself where it can be read. */
export function TokenFields({ tokenForm, projectId, takesFocus }: TokenFieldsProps) {
  const t = useWords();
  const { form } = tokenForm;
  const { errors } = form.formState;
  const { projectId: ofToken } = readToken(form.watch('token'));
  const isOther = ofToken !== undefined && projectId !== '' && ofToken !== projectId;
  return (
    <>
      <FormLine
        label={t('connection.token')}
        help={
          isOther
            ? t('connection.tokenProject', { project: shortProject(ofToken) })
            : t('connection.tokenHelp')
        }
        warns={isOther}
        error={errors.token?.message}
        fix={tokenForm.fixToken}
        registration={tokenForm.tokenInput}
        type="password"
        wire
        takesFocus={takesFocus ?? false}
      />
      <UntilLine tokenForm={tokenForm} />
    </>
  );
}

function UntilLine({ tokenForm }: { tokenForm: TokenForm }) {
  const t = useWords();
  const language = useLanguage();
  const { form, source, offsetMs } = tokenForm;
  const now = useNow(15_000) + offsetMs;
  const until = fromLocalInput(form.watch('until'));
  const hasToken = form.watch('token').trim() !== '';
  const help = () => {
    if (until === undefined) return hasToken ? t('connection.untilEmpty') : '';
    if (until <= now) return t('connection.untilOver');
    const time = sayDuration(until - now)[language];
    if (source === 'read') return t('connection.untilRead', { time });
    if (source === 'assumed') return t('connection.untilAssumed', { time });
    return t('connection.untilTyped', { time });
  };
  return (
    <FormLine
      label={t('connection.until')}
      help={help()}
      warns={until !== undefined && until <= now}
      error={form.formState.errors.until?.message}
      registration={tokenForm.untilInput}
      type="datetime-local"
    />
  );
}
