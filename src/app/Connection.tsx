import { notifyManager, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { accessQuery } from '#src/client/access.ts';
import type { ListLack } from '#src/client/list-lack.ts';
import { placeOf, type NamedPlace } from '#src/client/place.ts';
import { changeSession, useSession } from '#src/client/session.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/rule.ts';
import { SignInNotice } from '#src/features/connection/SignInNotice.tsx';
import { TokenBadge } from '#src/features/connection/TokenBadge.tsx';
import { useTokenLife } from '#src/features/connection/use-token-life.ts';
import type { OwnDeployment } from '#src/features/submit/own-deployments.ts';
import { afterPress } from '#src/ui/editing/after-press.ts';
import { lazyPart, PartBoundary, type PartFailure } from '#src/ui/lazy-part.tsx';
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
  readonly target: Target | undefined;
  readonly facts: Facts;
  /** Asks for what the lists of the target wait for. */
  supply(lack: ListLack): void;
  /** Asks the person for a token for a place, or for the access secret of this server; true if it is there then. */
  askToken(place: NamedPlace): Promise<boolean>;
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
  const { t } = useTranslation();
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
  const settled = useSettledSession(targets.data);
  const target = known?.find((one) => one.id === settled?.id);
  const { facts, missing } = useFacts(target, access, own);
  const { question, ask: askFor, answer } = useAsking();
  const tellFailed = usePartNotice();
  useTokenLife(token, tokenExpiresAt, (why) =>
    changeSession({ token: '', tokenExpiresAt: undefined, tokenGone: why }),
  );
  useTokenLife(elsewhere?.token ?? '', elsewhere?.tokenExpiresAt, () =>
    changeSession({ elsewhere: undefined }),
  );
  useFreshLists(access, missing);

  const label = target?.label ?? '…';
  const place = useMemo(() => target && placeOf(target, session), [target, session]);
  const ask = (wanted: Wanted) => {
    if (place !== undefined) void askFor(wanted, place);
  };
  const isHeld = target !== undefined && isHeldByServer(target);
  const isLocked = isHeld && access?.state === 'locked';
  const takesToken = target !== undefined && needsToken(target);
  usePromptFor(isHeld && access ? target.id : undefined, isLocked, () => ask('access'));

  const askToken = useCallback(
    (place: NamedPlace) => askFor(place.needsToken ? 'token' : 'access', place),
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
    () => onConnected({ target, facts, supply, askToken }),
    [onConnected, target, facts, supply, askToken],
  );

  const onFailed = (failure: PartFailure) => {
    onClose();
    answer(false);
    tellFailed(failure);
  };
  const notice = (words: string, what: Wanted) => (
    <SignInNotice
      words={words}
      action={t(what === 'token' ? 'signIn.enterToken' : 'access.title')}
      onAct={() => ask(what)}
    />
  );
  const lacking = () => {
    if (isLocked) return notice(t('access.locked', { label }), 'access');
    if (takesToken && token === '')
      return notice(
        tokenGone ? t(`signIn.${tokenGone}`) : t('signIn.noTokenHelp', { label }),
        'token',
      );
    return takesToken && missing === 'token' ? notice(t('signIn.refused'), 'token') : null;
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
            access={<AccessStatus access={access} onEnter={() => ask('access')} />}
            onAccess={() => ask('access')}
            onClose={onClose}
          />
        </PartBoundary>
      )}
      {question !== undefined && (
        <PartBoundary onFailed={onFailed}>
          {question.wanted === 'token' ? (
            <TokenDialog place={question.place} onDone={answer} />
          ) : (
            <AccessDialog access={access} label={question.place.label} onDone={answer} />
          )}
        </PartBoundary>
      )}
    </>
  );
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
