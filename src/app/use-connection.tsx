import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accessQuery } from '#src/client/access.ts';
import type { ListLack } from '#src/client/list-lack.ts';
import { placeOf, type NamedPlace } from '#src/client/place.ts';
import { changeSession, useSession } from '#src/client/session.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '#src/client/targets.ts';
import type { Facts } from '#src/domain/core/rule.ts';
import { SignInNotice } from '#src/features/connection/SignInNotice.tsx';
import { TargetChip } from '#src/features/connection/TargetChip.tsx';
import { TokenBadge } from '#src/features/connection/TokenBadge.tsx';
import { useTokenLife } from '#src/features/connection/use-token-life.ts';
import { useNotify } from '#src/ui/notices.ts';
import { lazyPart, PartBoundary, preloadParts } from './LazyPart.tsx';
import { useAsking, type Wanted } from './use-asking.ts';
import { useFacts } from './use-facts.ts';
import { useFreshLists } from './use-fresh-lists.ts';
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

interface Connection {
  readonly target: Target | undefined;
  readonly facts: Facts;
  /** For the top bar: where a submit would go, and what to know about that. */
  readonly bar: ReactNode;
  /** Above the form: what the target wants to be told first. */
  readonly notice: ReactNode;
  /** Panel and dialogs, while they are open. */
  readonly dialogs: ReactNode;
  /** Opens the connection settings. */
  open(): void;
  /** Asks for what the lists of the target wait for. */
  supply(lack: ListLack): void;
  /** Asks the person for a token for a place, or for the access secret of this server; true if it is there then. */
  askToken(place: NamedPlace): Promise<boolean>;
}

/** The connection of the page to its target, and everything a person is told and asked about it. */
export function useConnection(): Connection {
  const { t } = useTranslation();
  const notify = useNotify();
  const session = useSession();
  const { token, tokenExpiresAt, tokenGone, fault, elsewhere } = session;
  const targets = useQuery(targetsQuery);
  const access = useQuery(accessQuery).data;
  // The embedded mock is ours, so it is called by its name in the language of the page.
  const known = targets.data?.map((one) =>
    one.id === 'mock' ? { ...one, label: t('connection.embedded') } : one,
  );
  const settled = useSettledSession(targets.data);
  const target = known?.find((one) => one.id === settled?.id);
  const { facts, missing } = useFacts(target, access);
  const [isOpen, setOpen] = useState(false);
  const { question, ask: askFor, answer } = useAsking();
  useTokenLife(token, tokenExpiresAt, (why) =>
    changeSession({ token: '', tokenExpiresAt: undefined, tokenGone: why }),
  );
  useTokenLife(elsewhere?.token ?? '', elsewhere?.tokenExpiresAt, () =>
    changeSession({ elsewhere: undefined }),
  );
  useFreshLists(access, missing);
  useEffect(preloadParts, []);

  const label = target?.label ?? '…';
  const ask = (wanted: Wanted) => {
    if (target !== undefined) void askFor(wanted, placeOf(target, session));
  };
  const isHeld = target !== undefined && isHeldByServer(target);
  const isLocked = isHeld && access?.state === 'locked';
  const takesToken = target !== undefined && needsToken(target);
  usePromptFor(isHeld && access ? target.id : undefined, isLocked, () => ask('access'));

  const onFailed = () => {
    setOpen(false);
    answer(false);
    notify({
      text: t('part.failed'),
      action: { label: t('app.reload'), run: () => window.location.reload() },
    });
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
  return {
    target,
    facts,
    bar: (
      <>
        {fault !== '' && target?.kind === 'mock' && (
          <PartBoundary onFailed={() => {}}>
            <FaultBadge />
          </PartBoundary>
        )}
        {takesToken && <TokenBadge onRenew={() => ask('token')} />}
        <TargetChip target={target} onOpen={() => setOpen(true)} />
      </>
    ),
    notice: lacking(),
    dialogs: (
      <>
        {isOpen && (
          <PartBoundary onFailed={onFailed}>
            <ConnectionPanel
              targets={known ?? []}
              access={<AccessStatus access={access} onEnter={() => ask('access')} />}
              onAccess={() => ask('access')}
              onClose={() => setOpen(false)}
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
    ),
    open: () => setOpen(true),
    supply(lack) {
      if (lack === 'token' || lack === 'access') ask(lack);
      else setOpen(true);
    },
    askToken: async (place) => askFor(place.needsToken ? 'token' : 'access', place),
  };
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
