import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { updateWords as words } from './update-words.ts';

/** Starts the update of the deployment that is shown. */
export function UpdateLink({ onUpdate }: { onUpdate: () => void }) {
  const translate = useTranslate();
  return (
    <Button
      size="small"
      variant="contained"
      startIcon={<Pencil size={16} aria-hidden />}
      onClick={onUpdate}
    >
      <span>{translate(words.update)}</span>
    </Button>
  );
}
