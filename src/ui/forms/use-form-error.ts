import { useWords } from '#src/ui/words/page-words.ts';

/** Translates the error of a form field: the messages of its schema are dictionary keys. */
export function useFormError(): (error: { message?: string } | undefined) => string | undefined {
  const t = useWords();
  return (error) => error?.message && t(error.message as 'connection.tokenNeeded');
}
