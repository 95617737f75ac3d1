import { useEffect, useEffectEvent } from 'react';
import { readTime, removalReason, timeBetween } from './token-expiry.ts';

const CHECK_INTERVAL_MS = 5_000;

const inputEvents = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `onRemove` when a token must leave the memory of the page: when it expires, or half an hour after the last
 * input of the user. Does nothing while the token is empty.
 */
export function useTokenRemoval(
  token: string,
  expiresAt: number | undefined,
  onRemove: (reason: 'expired' | 'idle') => void,
): void {
  const hasToken = token !== '';
  const remove = useEffectEvent(onRemove);
  useEffect(() => {
    if (!hasToken) return;
    let lastInput = readTime();
    const check = () => {
      const now = readTime();
      const idleMs = timeBetween(lastInput, now);
      const reason = removalReason({ expiresAt, now: now.wall, idleMs });
      if (reason) remove(reason);
    };
    const onInput = () => {
      // Check before resetting the idle time: the first key press after the machine has slept must not keep the token.
      check();
      lastInput = readTime();
    };
    const timer = setInterval(check, CHECK_INTERVAL_MS);
    document.addEventListener('visibilitychange', check);
    for (const type of inputEvents)
      window.addEventListener(type, onInput, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
      for (const type of inputEvents) window.removeEventListener(type, onInput, { capture: true });
    };
  }, [hasToken, expiresAt]);
}
