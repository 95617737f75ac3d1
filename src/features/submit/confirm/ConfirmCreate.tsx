import type { NamedPlace } from '#src/client/session/place.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { formatPlace } from '../words/format-place.ts';
import { submitWords } from '../words/submit-words.ts';

interface ConfirmCreateProps {
  place: NamedPlace;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before the first create at a live place. */
export function ConfirmCreate({ place, onConfirm, onCancel }: ConfirmCreateProps) {
  const t = useWords();
  const language = useLanguage();
  const translate = useTranslate();
  const words = formatPlace(t, language, place);
  return (
    <FormDialog
      title={translate(submitWords.confirmTitle)}
      submit={translate(submitWords.confirmCreate)}
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      <div>{translate(submitWords.confirmPlace(words))}</div>
      <div>{translate(submitWords.confirmOnce)}</div>
    </FormDialog>
  );
}
