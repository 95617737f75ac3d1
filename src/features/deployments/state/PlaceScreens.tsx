import { useMemo } from 'react';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { errorFacts } from '#src/client/http/error-facts.ts';
import { signInRefusal } from '#src/client/queries/access.ts';
import { isSetting, type MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { StatusScreen } from '#src/ui/status/StatusScreen.tsx';

interface MissingScreenProps {
  missing: Exclude<MissingForLists, 'target'>;
  /** The refusal that revealed what is missing. */
  error?: Error;
  titles: Record<Exclude<MissingForLists, 'target'>, Text>;
  words: { readonly signIn: Text; readonly openConnection: Text };
}

/** Nothing can be read before the user has entered something. */
export function MissingScreen({ missing, error, titles, words }: MissingScreenProps) {
  const translate = useTranslate();
  const requestMissing = useRequestMissing();
  const label = translate(isSetting(missing) ? words.openConnection : words.signIn);
  return (
    <StatusScreen
      title={translate(titles[missing])}
      action={{ label, onClick: () => requestMissing(missing, signInRefusal(error)) }}
    />
  );
}

interface FailureScreenProps {
  error: Error | null;
  retry: () => void;
  words: {
    readonly forbidden: Text;
    readonly forbiddenHelp: Text;
    readonly failed: Text;
  };
}

/** The target refused, or did not answer. A missing permission has words of its own. */
export function FailureScreen({ error, retry, words }: FailureScreenProps) {
  const t = useWords();
  const translate = useTranslate();
  const facts = useMemo(() => errorFacts(error), [error]);
  const action = { label: t('action.retry'), onClick: retry };
  if (facts.status === 403)
    return (
      <StatusScreen
        title={translate(words.forbidden)}
        details={<ErrorNote error={facts} isRead />}
        action={action}
      >
        {translate(words.forbiddenHelp)}
      </StatusScreen>
    );
  return (
    <StatusScreen
      title={translate(words.failed)}
      details={<ErrorNote error={facts} isRead />}
      action={action}
    />
  );
}
