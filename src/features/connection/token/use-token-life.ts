import { useEffect, useEffectEvent } from 'react';
import { expiryReason, readMoment, timeBetween } from './token-expiry.ts';

/** How often the clock is looked at, in milliseconds. */
const LOOK_MS = 5_000;

const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Says when a token must leave the memory of the page: when it runs out, and half an hour after the last input of the
 * person. An empty token has no life.
 */
export function useTokenLife(
  token: string,
  expiresAt: number | undefined,
  onGone: (why: 'expired' | 'idle') => void,
): void {
  const isThere = token !== '';
  const leave = useEffectEvent(onGone);
  useEffect(() => {
    if (!isThere) return;
    let lastInput = readMoment();
    const look = () => {
      const now = readMoment();
      const idleMs = timeBetween(lastInput, now);
      const why = expiryReason({ expiresAt, now: now.wall, idleMs });
      if (why) leave(why);
    };
    const onInput = () => {
      // First: a machine that slept has not looked for long, and the first key after that must not save the token.
      look();
      lastInput = readMoment();
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    for (const type of inputs)
      window.addEventListener(type, onInput, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const type of inputs) window.removeEventListener(type, onInput, { capture: true });
    };
  }, [isThere, expiresAt]);
}
