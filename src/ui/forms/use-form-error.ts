import { useWords } from '#src/ui/words/page-words.ts';

/** Translates an error of a form, whose schema names it by its key in the dictionary. */
export function useFormError(): (error: { message?: string } | undefined) => string | undefined {
  const t = useWords();
  return (error) => error?.message && t(error.message as 'connection.tokenNeeded');
}
