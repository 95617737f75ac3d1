import { startTransition, useEffect, useRef, useState } from 'react';
import { createImporter, type Importer } from '../worker/importer.ts';
import type { ImportRequest, ImportResult, ImportStage } from '../worker/run-import.ts';
import type { Refusal } from '#src/convert/source/refusal.ts';

/** The progress of the conversion. */
export type ConversionState =
  | { readonly kind: 'empty' | 'failed' | 'cancelled' }
  | { readonly kind: 'working'; readonly stage: ImportStage }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly result: ImportResult };

interface Conversion {
  readonly state: ConversionState;
  /** The latest result, kept while the next conversion runs. */
  readonly last: ImportResult | undefined;
  cancel(): void;
  retry(): void;
}

/** The delay between a change of the text or the options and the conversion, milliseconds. */
const DELAY_MS = 200;

/** Converts the request in a worker whenever it changes; undefined means that there is nothing to convert. */
export function useConversion(request: ImportRequest | undefined): Conversion {
  const importer = useRef<Importer>(undefined);
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<{ request: ImportRequest; state: ConversionState }>();
  const [last, setLast] = useState<ImportResult>();
  useEffect(() => {
    const own = createImporter();
    importer.current = own;
    return () => own.cancel();
  }, []);
  useEffect(() => {
    if (request === undefined) return undefined;
    let isCurrent = true;
    const show = (state: ConversionState) => {
      if (isCurrent) setKnown({ request, state });
    };
    const start = async () => {
      try {
        const outcome = await importer.current!.run(request, (stage) =>
          show({ kind: 'working', stage }),
        );
        if (!isCurrent) return;
        // A long report is rendered in short tasks.
        startTransition(() => {
          setLast('result' in outcome ? outcome.result : undefined);
          show(
            'result' in outcome ? { kind: 'done', ...outcome } : { kind: 'refused', ...outcome },
          );
        });
      } catch {
        show({ kind: 'failed' });
      }
    };
    const timer = setTimeout(() => void start(), DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [request, attempt]);
  const isKnown = known !== undefined && known.request === request;
  const state: ConversionState =
    request === undefined
      ? { kind: 'empty' }
      : isKnown
        ? known.state
        : { kind: 'working', stage: 'reading' };
  return {
    state,
    last: request && last,
    cancel() {
      importer.current?.cancel();
      if (request) setKnown({ request, state: { kind: 'cancelled' } });
    },
    retry() {
      setKnown(undefined);
      setAttempt((before) => before + 1);
    },
  };
}
