import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { isClientError } from '#src/client/http/errors.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { Text } from '#src/domain/core/text.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { StatusScreen } from '#src/ui/status/StatusScreen.tsx';

interface MissingScreenProps {
  missing: Exclude<MissingForLists, 'target'>;
  titles: Record<'token' | 'access' | 'project', Text>;
  words: { readonly signIn: Text; readonly openConnection: Text };
}

/** Nothing can be read before the user has entered something. */
export function MissingScreen({ missing, titles, words }: MissingScreenProps) {
  const translate = useTranslate();
  const requestMissing = useRequestMissing();
  const label = translate(missing === 'project' ? words.openConnection : words.signIn);
  return (
    <StatusScreen
      title={translate(titles[missing])}
      action={{ label, onClick: () => requestMissing(missing) }}
    />
  );
}

interface FailureScreenProps {
  error: Error | null;
  retry: () => void;
  words: {
    readonly forbidden: Text;
    readonly forbiddenHelp: (reason: string) => Text;
    readonly failed: Text;
    readonly failedHelp: (reason: string) => Text;
  };
}

/** The target refused, or did not answer. A missing permission has words of its own. */
export function FailureScreen({ error, retry, words }: FailureScreenProps) {
  const t = useWords();
  const translate = useTranslate();
  const isForbidden = isClientError(error) && error.kind === 'http' && error.status === 403;
  const help = isForbidden ? words.forbiddenHelp : words.failedHelp;
  return (
    <StatusScreen
      title={translate(isForbidden ? words.forbidden : words.failed)}
      action={{ label: t('action.retry'), onClick: retry }}
    >
      <AroundForeign
        words={(reason) => translate(help(reason))}
        text={reasonOf(error, t('connection.noAnswer'))}
      />
    </StatusScreen>
  );
}
