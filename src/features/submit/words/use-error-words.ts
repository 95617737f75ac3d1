import { useEffect, useState } from 'react';
import type { ErrorWords } from '#src/domain/api/errors/error-words.ts';
import type { AttemptError } from '../attempt/attempt.ts';

/** The explanation of an error, once the dictionary is loaded; undefined for an undocumented code. */
export function useErrorWords(error: AttemptError): ErrorWords | undefined {
  const [words, setWords] = useState<{ of: AttemptError; are: ErrorWords | undefined }>();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      try {
        const { explainError } = await loadDictionary();
        if (!isGone) setWords({ of: error, are: explainError(error) });
      } catch {
        // Without the dictionary the error is still shown as it came.
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [error]);
  return words?.of === error ? words.are : undefined;
}

/** Loads the dictionary ahead: a server that dies during a create could not deliver it any more. */
export function preloadErrorWords(): void {
  loadDictionary().catch(() => undefined);
}

function loadDictionary() {
  return import('#src/domain/api/errors/error-codes.ts');
}
