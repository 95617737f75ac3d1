import { useEffect, useState } from 'react';
import type { ErrorWords } from '#src/domain/api/error-words.ts';
import type { AttemptError } from '../attempt/attempt.ts';

/** An error in words, once the dictionary is there; undefined for a code that nobody has documented. */
export function useErrorWords(error: AttemptError): ErrorWords | undefined {
  const [words, setWords] = useState<{ of: AttemptError; are: ErrorWords | undefined }>();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      try {
        const { explainError } = await loadDictionary();
        if (!isGone) setWords({ of: error, are: explainError(error) });
      } catch {
        // Without the dictionary the error is still told as it came.
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [error]);
  return words?.of === error ? words.are : undefined;
}

/** Fetches the dictionary ahead: a server that dies with a create under way could not give it any more. */
export function preloadErrorWords(): void {
  loadDictionary().catch(() => undefined);
}

function loadDictionary() {
  return import('#src/domain/api/error-codes.ts');
}
