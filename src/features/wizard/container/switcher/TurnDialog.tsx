import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { sectionWords as words } from '../section-words.ts';
import type { LostPart } from './turn-container.ts';

interface TurnDialogProps {
  name: string;
  lost: readonly LostPart[];
  onConfirm: () => void;
  onCancel: () => void;
}

/** Lists what a container loses when it becomes an init container. */
export function TurnDialog({ name, lost, onConfirm, onCancel }: TurnDialogProps) {
  const translate = useTranslate();
  return (
    <FormDialog
      title={translate(words.turnTitle(name))}
      submit={translate(words.turnAccept)}
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      <div>
        {translate(words.turnIntro)}
        <ul>
          {lost.map(({ key, label, table, count }) => (
            <li key={key}>{translate(words.lost(label, table, count))}</li>
          ))}
        </ul>
      </div>
    </FormDialog>
  );
}
