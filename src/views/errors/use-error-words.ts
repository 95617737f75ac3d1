import { useEffect, useState } from 'react';
import type { ErrorWords } from '#src/domain/api/errors/error-words.ts';

/** The parts of an error that lead to its explanation. */
export interface ErrorFacts {
  readonly kind: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
}

/** The explanation of an error, once the error codes are loaded; undefined for an undocumented code. */
export function useErrorWords(error: ErrorFacts): ErrorWords | undefined {
  const [explained, setExplained] = useState<{
    error: ErrorFacts;
    words: ErrorWords | undefined;
  }>();
  useEffect(() => {
    let isUnmounted = false;
    const explain = async () => {
      try {
        const { explainError } = await loadErrorCodes();
        if (!isUnmounted) setExplained({ error, words: explainError(error) });
      } catch {
        // Without an explanation, the original message is still shown.
      }
    };
    void explain();
    return () => {
      isUnmounted = true;
    };
  }, [error]);
  return explained?.error === error ? explained.words : undefined;
}

/** Loads the error codes before a create: a server that goes down in the meantime could no longer serve them. */
export function preloadErrorWords(): void {
  loadErrorCodes().catch(() => undefined);
}

function loadErrorCodes() {
  return import('#src/domain/api/errors/error-codes.ts');
}
