import { useMemo } from 'react';
import type { Context } from '#src/domain/core/context.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import type { ImportInput } from '../input/import-input.ts';
import type { ImportRequest } from '../worker/run-import.ts';
import { envTargetOf, type ImportOptionInputs } from './import-options.ts';

/** The request to the worker; the same object until the text, an option or the current document changes. */
export function useRequest(
  { text, files }: ImportInput,
  options: ImportOptionInputs,
  context: Context,
): ImportRequest | undefined {
  const current = useDocument((document) => document);
  // The form returns a new object each time the options render.
  const key = JSON.stringify(options);
  return useMemo(() => {
    if (text.trim() === '') return undefined;
    const { from, dialect, names, variables } = options;
    const env = envTargetOf(current, options);
    const given = Object.entries(variables).filter(([, value]) => value);
    return {
      convert: {
        text,
        files,
        from,
        dialect,
        names,
        variables: Object.fromEntries(given),
        edition: context.edition,
        ...(context.generation && { generation: context.generation }),
      },
      context,
      current,
      ...(env && { env }),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for `options`
  }, [text, files, key, context, current]);
}
