import { startTransition, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  noAnswers,
  type ConnectionReader,
  type ConnectionState,
} from '#src/client/connection/connection-state.ts';
import type { ConnectionOptions } from '#src/client/connection/open-connection.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { loadSoon } from '#src/ui/parts/preload.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { usePartNotice } from '../notices/use-part-notice.ts';

interface LoadedConnection {
  readonly state: ConnectionState;
  /** True if the code of the connection could not be loaded. */
  readonly hasFailedToLoad: boolean;
  /** Loads that code unless it is loaded or loading. */
  readonly load: () => Promise<void>;
  /** Loads the targets again. */
  readonly retry: () => void;
}

interface Code {
  readonly openReader: (options: ConnectionOptions) => ConnectionReader;
}

/** Reads the connection after the first step has rendered; its code is not part of the first load. */
export function useConnectionReader(): LoadedConnection {
  const t = useWords();
  const notify = useNotify();
  const notifyFailed = usePartNotice();
  const [code, setCode] = useState<Code>();
  const [hasFailedToLoad, setFailedToLoad] = useState(false);
  const [state, setState] = useState(noAnswers);
  const loading = useRef<Promise<void>>(undefined);
  const reader = useRef<ConnectionReader>(undefined);

  const load = useCallback(() => {
    const show = (loaded: Code) => startTransition(() => setCode(loaded));
    loading.current ??= loadCode().then(show, () => {
      loading.current = undefined;
      setFailedToLoad(true);
      notifyFailed('load');
    });
    return loading.current;
  }, [notifyFailed]);
  const loadFirst = useEffectEvent(load);
  useEffect(() => void loadSoon(() => loadFirst()), []);

  const onTargetGone = useEffectEvent((id: string, instead: Target) => {
    // The page starts with the embedded mock as its target. A server without it is not worth a notice.
    if (id === 'mock') return;
    const label = instead.id === 'mock' ? t('connection.embedded') : instead.label;
    notify({ text: t('connection.targetGone', { id: foreignShort(id), label }) });
  });
  useEffect(() => {
    if (code === undefined) return undefined;
    const opened = code.openReader({ onTargetGone: (id, instead) => onTargetGone(id, instead) });
    reader.current = opened;
    // In a transition, because typing is more urgent.
    const show = () => startTransition(() => setState(opened.get()));
    show();
    const unsubscribe = opened.subscribe(show);
    return () => {
      unsubscribe();
      opened.close();
    };
  }, [code]);
  const retry = useCallback(() => reader.current?.retry(), []);
  return { state, hasFailedToLoad, load, retry };
}

async function loadCode(): Promise<Code> {
  const [{ openConnection }, { queryClient }] = await Promise.all([
    import('#src/client/connection/open-connection.ts'),
    import('#src/client/queries/query-client.ts'),
  ]);
  return { openReader: (options) => openConnection(queryClient, options) };
}
