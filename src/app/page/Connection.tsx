import { notifyManager, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { reasonOf } from '#src/client/failure-reason.ts';
import { accessQuery, type Access, type SignInRefusal } from '#src/client/access.ts';
import type { ListLack } from '#src/client/list-lack.ts';
import { placeOf, type NamedPlace } from '#src/client/place.ts';
import { changeSession, useSession } from '#src/client/session.ts';
import type { TargetState } from '#src/client/target-state.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '#src/client/targets.ts';
import { foreignShort } from '#src/domain/core/foreign-text.ts';
import type { Facts } from '#src/domain/core/context.ts';
import { SignInReason } from '#src/features/connection/SignInReason.tsx';
import { SignInNotice } from '#src/features/connection/SignInNotice.tsx';
import { TokenBadge } from '#src/features/connection/TokenBadge.tsx';
import { useTokenLife } from '#src/features/connection/use-token-life.ts';
import type { OwnDeployment } from '#src/features/submit/attempt/own-deployments.ts';
import { afterPress } from '#src/ui/editing/after-press.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useAsking, type Wanted } from './use-asking.ts';
import { useFacts } from './use-facts.ts';
import { useFreshLists } from './use-fresh-lists.ts';
import { usePartNotice } from './use-part-notice.ts';
import { useSettledSession } from './use-settled-session.ts';

// An answer that comes while a button is pressed would move it from under the pointer.
notifyManager.setScheduler((run) => setTimeout(() => afterPress(run), 0));

const ConnectionPanel = lazyPart(
  async () => (await import('#src/features/connection/ConnectionPanel.tsx')).ConnectionPanel,
);
const TokenDialog = lazyPart(
  async () => (await import('#src/features/connection/TokenDialog.tsx')).TokenDialog,
);
const FaultBadge = lazyPart(
  async () => (await import('#src/features/connection/FaultBadge.tsx')).FaultBadge,
);
const AccessDialog = lazyPart(
  async () => (await import('#src/features/access/AccessDialog.tsx')).AccessDialog,
);
const AccessStatus = lazyPart(
  async () => (await import('#src/features/access/AccessStatus.tsx')).AccessStatus,
);

/** What the rest of the page needs to know of the connection. */
export interface Connected {
  readonly known: TargetState;
  readonly facts: Facts;
  /** Asks for what the lists of the target wait for. */
  supply(lack: ListLack): void;
  /** Asks the person for a token for a place, or for the access secret of this server; true if it is there then. */
  askToken(place: NamedPlace, refusal?: SignInRefusal): Promise<boolean>;
}

interface ConnectionProps {
  /** Whether the settings are open. */
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  /** The deployments that the document in hand created: their names are no clash. Undefined until that is known. */
  own: readonly OwnDeployment[] | undefined;
  /** Told whenever one of it is another one. */
  onConnected: (connected: Connected) => void;
  /** The place in the top bar beside the target, and the one above the form. */
  places: { readonly bar: Element | null; readonly notice: Element | null };
}

/**
 * The connection of the page to its target, and everything a person is told and asked about it. Its code is loaded
 * behind the first step: the form can be typed into before anybody has asked who answers.
 */
export function Connection(props: ConnectionProps) {
  const { isOpen, onOpen, onClose, own, onConnected, places } = props;
  const t = useWords();
  const session = useSession();
  const { token, tokenExpiresAt, tokenGone, fault, elsewhere } = session;
  const targets = useQuery(targetsQuery);
  const access = useQuery(accessQuery).data;
  // The embedded mock is ours, so it is called by its name in the language of the page.
  const known = useMemo(
    () =>
      targets.data?.map((one) =>
        one.id === 'mock' ? { ...one, label: t('connection.embedded') } : one,
      ),
    [targets.data, t],
  );
  const notify = useNotify();
  const settled = useSettledSession(targets.data, (id, instead) => {
    // The embedded mock is what the page begins with: that a server does without it is no news.
    if (id === 'mock') return;
    const label = instead.id === 'mock' ? t('connection.embedded') : instead.label;
    notify({ text: t('connection.targetGone', { id: foreignShort(id), label }) });
  });
  const target = known?.find((one) => one.id === settled?.id);
  // Only once the session is that of the target: a moment earlier the settings would begin with the one before.
  const state = useTargetState(targets, settled?.id === session.targetId ? target : undefined);
  const { facts, missing, refusal } = useFacts(target, access, own);
  const { question, ask: askFor, answer } = useAsking();
  const tellFailed = usePartNotice();
  useTokenLife(token, tokenExpiresAt, (why) =>
    changeSession({
      token: '',
      tokenExpiresAt: undefined,
      tokenGone: { why, at: (why === 'expired' && tokenExpiresAt) || Date.now() },
    }),
  );
  useTokenLife(elsewhere?.token ?? '', elsewhere?.tokenExpiresAt, () =>
    changeSession({ elsewhere: undefined }),
  );
  useFreshLists(access, missing);

  const label = target?.label ?? '…';
  const place = useMemo(() => target && placeOf(target, session), [target, session]);
  const ask = (wanted: Wanted, refusal?: SignInRefusal) => {
    if (place !== undefined) void askFor(wanted, place, refusal);
  };
  const isHeld = target !== undefined && isHeldByServer(target);
  const isLocked = isHeld && access?.state === 'locked';
  const wasGranted = useWasGranted(access?.state);
  const takesToken = target !== undefined && needsToken(target);
  usePromptFor(isHeld && access ? target.id : undefined, isLocked, () => ask('access'));

  const askToken = useCallback(
    (place: NamedPlace, refusal?: SignInRefusal) =>
      askFor(place.needsToken ? 'token' : 'access', place, refusal),
    [askFor],
  );
  const supply = useCallback(
    (lack: ListLack) => {
      if (lack !== 'token' && lack !== 'access') onOpen();
      else if (place !== undefined) void askFor(lack, place);
    },
    [askFor, onOpen, place],
  );
  useEffect(
    () => onConnected({ known: state, facts, supply, askToken }),
    [onConnected, state, facts, supply, askToken],
  );

  const onFailed = (failure: PartFailure) => {
    onClose();
    answer(false);
    tellFailed(failure);
  };
  const notice = (words: string, what: Wanted, refusal?: SignInRefusal) => (
    <SignInNotice
      words={words}
      action={t(what === 'token' ? 'signIn.enterToken' : 'access.title')}
      onAct={() => ask(what, refusal)}
    />
  );
  const lacking = () => {
    if (isLocked) return notice(t('access.locked', { label }), 'access', refusal);
    if (takesToken && token === '')
      return notice(
        tokenGone ? t(`signIn.${tokenGone.why}`) : t('signIn.noTokenHelp', { label }),
        'token',
      );
    return takesToken && missing === 'token' ? notice(t('signIn.refused'), 'token', refusal) : null;
  };
  return (
    <>
      {places.bar &&
        createPortal(
          <>
            {fault !== '' && target?.kind === 'mock' && (
              <PartBoundary>
                <FaultBadge />
              </PartBoundary>
            )}
            {takesToken && <TokenBadge onRenew={() => ask('token')} />}
          </>,
          places.bar,
        )}
      {places.notice && createPortal(lacking(), places.notice)}
      {isOpen && (
        <PartBoundary onFailed={onFailed}>
          <ConnectionPanel
            targets={known ?? []}
            known={state}
            access={<AccessStatus access={access} onEnter={() => ask('access')} />}
            onAccess={() => ask('access')}
            onClose={onClose}
          />
        </PartBoundary>
      )}
      {question !== undefined && (
        <PartBoundary onFailed={onFailed}>
          {question.wanted === 'token' ? (
            <TokenDialog place={question.place} refusal={question.refusal} onDone={answer} />
          ) : (
            <AccessDialog
              access={access}
              label={question.place.label}
              why={
                <SignInReason
                  words={t(wasGranted ? 'access.ended' : 'access.why', {
                    label: question.place.label,
                  })}
                  refusal={question.refusal}
                />
              }
              onDone={answer}
            />
          )}
        </PartBoundary>
      )}
    </>
  );
}

/** The target of the session, or why it is not known. The same object until one of it changes. */
function useTargetState(
  { isError, error, data, refetch }: UseQueryResult<readonly Target[]>,
  target: Target | undefined,
): TargetState {
  const t = useWords();
  const reason = error ? reasonOf(error, t('connection.noAnswer')) : t('connection.targetsNone');
  const hasFailed = isError || data?.length === 0;
  return useMemo(() => {
    if (target !== undefined) return { state: 'known', target };
    return hasFailed
      ? { state: 'failed', reason, retry: () => void refetch() }
      : { state: 'loading' };
  }, [target, hasFailed, reason, refetch]);
}

/** True once this browser had a session of the server in this visit and has it no more. */
function useWasGranted(state: Access['state'] | undefined): boolean {
  const [had, setHad] = useState(false);
  if (state === 'granted' && !had) setHad(true);
  return had && state !== 'granted';
}

/** Prompts when a target is chosen that is locked: not again when that was declined, nor when its session ends. */
function usePromptFor(targetId: string | undefined, isLocked: boolean, prompt: () => void): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (targetId === last.current) return;
    last.current = targetId;
    if (isLocked) prompt();
    // Once per target, whatever the prompt is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [targetId, isLocked]);
}
