import { useCallback } from 'react';
import type { RolloutNode } from '#src/client/rollouts/shown-rollout.ts';
import { formatClockTime, formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodesWords as words } from '../words/nodes-words.ts';
import { explainNode } from './node-reason.ts';

/** Formats a time: only the clock if it is today. */
export function useShortTime(): (ms: number) => string {
  const language = useLanguage();
  return useCallback(
    (ms) =>
      new Date(ms).toDateString() === new Date().toDateString()
        ? formatClockTime(ms, language)
        : formatDateTime(ms, language),
    [language],
  );
}

/** Says in one sentence why a node is where it is; empty if there is nothing to say. */
export function useNodeWords(): (node: RolloutNode) => string {
  const translate = useTranslate();
  const formatTime = useShortTime();
  return useCallback(
    (node) => {
      const { state, offlineMs, nextTryMs } = node;
      const why = explainNode(node);
      const reason = why === undefined ? '' : translate(why.text);
      if (state === 'waiting' && offlineMs !== undefined)
        return translate(words.offline(formatTime(offlineMs)));
      if (state === 'waiting' && nextTryMs !== undefined && reason !== '')
        return translate(words.again(formatTime(nextTryMs), reason));
      if (reason !== '') return reason;
      if (state === 'unknown') return translate(words.lookUp);
      return state === 'accepted' ? translate(words.starting) : '';
    },
    [translate, formatTime],
  );
}
