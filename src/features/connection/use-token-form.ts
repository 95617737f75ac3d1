import { useState } from 'react';
import { useForm, type UseFormRegisterReturn, type UseFormReturn } from 'react-hook-form';
import type { Session } from '#src/client/session.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { pastedKinds, pasteMistake } from './pasted-text.ts';
import { readToken, TOKEN_LIFE_MS } from './token-text.ts';
import { useTokenLife } from './use-token-life.ts';

/** The inputs of a token, as text. `until` is by the clock of the service, in the person's time zone. */
export interface TokenInputs {
  token: string;
  until: string;
}

/** Where the end of the token is known from. */
export type UntilSource = 'read' | 'assumed' | 'typed' | 'unknown';

/** A token and its end as two inputs; the end follows the token wherever that tells it. */
export interface TokenForm {
  readonly form: UseFormReturn<TokenInputs>;
  /** Takes away what a pasted token must not have; undefined if there is nothing of the kind. */
  readonly fixToken: (() => void) | undefined;
  readonly source: UntilSource;
  /** The service's clock minus this machine's, in milliseconds; 0 while nobody knows. */
  readonly offsetMs: number;
  readonly tokenInput: UseFormRegisterReturn;
  readonly untilInput: UseFormRegisterReturn;
  /** Takes over what was learned of the service's clock. */
  learnOffset(offsetMs: number): void;
  /** Begins anew: with a token, or with none for another target. */
  begin(start?: Start): void;
  /** The part of the session that the inputs stand for, by the clock of this machine. */
  values(): Pick<Session, 'token' | 'tokenExpiresAt' | 'tokenGone'>;
}

interface Start {
  readonly token: string;
  readonly tokenExpiresAt: number | undefined;
  readonly clockOffsetMs: number | undefined;
}

const nothing: Start = { token: '', tokenExpiresAt: undefined, clockOffsetMs: undefined };

/** Visible ASCII without quotes, as it may go into a header. */
const TOKEN = pastedKinds.token.pattern;

/** The two inputs of a token. `isNeeded`: an empty token is a mistake. */
export function useTokenForm(start: Start, isNeeded = false): TokenForm {
  const t = useWords();
  const translate = useTranslate();
  const [source, setSource] = useState(sourceOf(start));
  const [offsetMs, setOffset] = useState(start.clockOffsetMs ?? 0);
  const form = useForm<TokenInputs>({ defaultValues: inputsOf(start) });
  const begin = (anew = nothing) => {
    form.reset(inputsOf(anew));
    setSource(sourceOf(anew));
    setOffset(anew.clockOffsetMs ?? 0);
  };
  // One that was typed and not yet taken over is in the memory of the page as well.
  useTokenLife(form.watch('token'), undefined, () => begin());
  const setUntil = (moment: number | undefined, from: UntilSource) => {
    form.setValue('until', moment === undefined ? '' : toLocalInput(moment));
    form.clearErrors('until');
    setSource(from);
  };
  const onToken = (text: string) => {
    const { expiresAt } = readToken(text);
    if (text.trim() === '') setUntil(undefined, 'unknown');
    else if (expiresAt === undefined) setUntil(assumedEnd(offsetMs), 'assumed');
    else setUntil(expiresAt, 'read');
  };
  const tokenInput = form.register('token', {
    validate: (text) => {
      if (text.trim() === '') return !isNeeded || t('connection.tokenNeeded');
      const mistake = pasteMistake(text, 'token');
      return TOKEN.test(text) || (mistake ? translate(mistake.words) : t('connection.tokenWrong'));
    },
    onChange: (event: { target: HTMLInputElement }) => onToken(event.target.value),
  });
  const untilInput = form.register('until', {
    validate: (text, { token }) => {
      const until = fromLocalInput(text);
      if (token.trim() === '' || until === undefined) return true;
      return !isOver(until, offsetMs) || t('connection.untilOver');
    },
    onChange: () => setSource('typed'),
  });
  const fixed = pasteMistake(form.watch('token'), 'token')?.fixed;
  const fixToken = () => {
    if (fixed === undefined) return;
    form.setValue('token', fixed, { shouldValidate: true, shouldDirty: true });
    onToken(fixed);
  };
  return {
    form,
    fixToken: fixed === undefined ? undefined : fixToken,
    source,
    offsetMs,
    tokenInput,
    untilInput,
    learnOffset(next) {
      // What was reckoned from the clock of this machine is wrong by as much as that clock.
      const until = fromLocalInput(form.getValues('until'));
      if (source === 'assumed' && until !== undefined) setUntil(until - offsetMs + next, 'assumed');
      setOffset(next);
    },
    begin,
    values() {
      const { token, until } = form.getValues();
      const moment = fromLocalInput(until);
      // What is blank is no token; anything else has passed the check as it is.
      const text = token.trim() === '' ? '' : token;
      return {
        token: text,
        tokenExpiresAt: text === '' || moment === undefined ? undefined : moment - offsetMs,
        tokenGone: undefined,
      };
    },
  };
}

function inputsOf({ token, tokenExpiresAt, clockOffsetMs = 0 }: Start): TokenInputs {
  const until = tokenExpiresAt === undefined ? '' : toLocalInput(tokenExpiresAt + clockOffsetMs);
  return { token, until };
}

function sourceOf({ tokenExpiresAt }: Start): UntilSource {
  return tokenExpiresAt === undefined ? 'unknown' : 'typed';
}

/** When a token that does not tell its end runs out at the latest, by the clock of the service. */
function assumedEnd(offsetMs: number): number {
  return Date.now() + offsetMs + TOKEN_LIFE_MS;
}

function isOver(moment: number, offsetMs: number): boolean {
  return moment <= Date.now() + offsetMs;
}
