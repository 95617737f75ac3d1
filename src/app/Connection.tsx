import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { accessQuery } from '#src/client/access.ts';
import { changeSession, useSession } from '#src/client/session.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/rule.ts';
import { SignInNotice } from '#src/features/connection/SignInNotice.tsx';
import { TokenBadge } from '#src/features/connection/TokenBadge.tsx';
import { useTokenLife } from '#src/features/connection/use-token-life.ts';
import { lazyPart, PartBoundary } from '#src/ui/lazy-part.tsx';
import { useAsking, type Wanted } from './use-asking.ts';
import { useFacts } from './use-facts.ts';
import { useFreshLists } from './use-fresh-lists.ts';
import { usePartNotice } from './use-part-notice.ts';
import { useSettledSession } from './use-settled-session.ts';

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
  /** Asks the person for a token, or for the access secret of this server; resolves to true if it is there now. */
  askToken(): Promise<boolean>;
}

interface ConnectionProps {
  /** Whether the settings are open. */
  isOpen: boolean;
  onClose: () => void;
  /** Told whenever one of it is another one. */
  onConnected: (connected: Connected) => void;
  /** The place in the top bar beside the target, and the one above the form. */
  places: { readonly bar: Element | null; readonly notice: Element | null };
}

/**
 * The connection of the page to its target, and everything a person is told and asked about it. Its code is loaded
 * behind the first step: the form can be typed into before anybody has asked who answers.
 */
export function Connection({ isOpen, onClose, onConnected, places }: ConnectionProps) {
  const { t } = useTranslation();
  const { token, tokenExpiresAt, tokenGone, fault } = useSession();
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
  const { facts, missing } = useFacts(target, access);
  const { wanted, ask, answer } = useAsking();
  const tellFailed = usePartNotice();
  useTokenLife(token, tokenExpiresAt, (why) =>
    changeSession({ token: '', tokenExpiresAt: undefined, tokenGone: why }),
  );
  useFreshLists(access, missing);

  const label = target?.label ?? '…';
  const isHeld = target !== undefined && isHeldByServer(target);
  const isLocked = isHeld && access?.state === 'locked';
  const takesToken = target !== undefined && needsToken(target);
  usePromptFor(isHeld && access ? target.id : undefined, isLocked, () => void ask('access'));

  const askToken = useCallback(() => ask(isHeld ? 'access' : 'token'), [ask, isHeld]);
  useEffect(() => onConnected({ target, facts, askToken }), [onConnected, target, facts, askToken]);

  const onFailed = () => {
    onClose();
    answer(false);
    tellFailed();
  };
  const notice = (words: string, what: Wanted) => (
    <SignInNotice
      words={words}
      action={t(what === 'token' ? 'signIn.enterToken' : 'access.title')}
      onAct={() => void ask(what)}
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
            {takesToken && <TokenBadge onRenew={() => void ask('token')} />}
          </>,
          places.bar,
        )}
      {places.notice && createPortal(lacking(), places.notice)}
      {isOpen && (
        <PartBoundary onFailed={onFailed}>
          <ConnectionPanel
            targets={known ?? []}
            access={<AccessStatus access={access} onEnter={() => void ask('access')} />}
            onAccess={() => void ask('access')}
            onClose={onClose}
          />
        </PartBoundary>
      )}
      {wanted !== undefined && target !== undefined && (
        <PartBoundary onFailed={onFailed}>
          {wanted === 'token' ? (
            <TokenDialog target={target} onDone={answer} />
          ) : (
            <AccessDialog access={access} label={label} onDone={answer} />
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
