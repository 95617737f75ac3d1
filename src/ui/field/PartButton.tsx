import IconButton from '@mui/material/IconButton';
import { FilePen } from 'lucide-react';
import type { Path } from '#src/json/path.ts';
import { editPart } from '#src/ui/focus/edit-part.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

const label = { en: 'Edit this part', zh: '编辑此部分' };

export interface PartButtonProps {
  path: Path;
  /** The members that belong to the card; all unless given. */
  isMember?: (key: string) => boolean;
}

/** Opens the part of the document that a card shows as JSON, so that only this part falls back to text. */
export function PartButton({ path, isMember }: PartButtonProps) {
  const translate = useTranslate();
  return (
    <IconButton
      size="small"
      aria-label={translate(label)}
      title={translate(label)}
      onClick={() => editPart(path, isMember)}
    >
      <FilePen size={16} aria-hidden />
    </IconButton>
  );
}
