import Button from '@mui/material/Button';
import { FolderOpen } from 'lucide-react';
import { useRef, type ChangeEvent } from 'react';

interface FileButtonProps {
  label: string;
  /** The kinds of file that the browser offers, such as `.json,application/json`; all of them if absent. */
  accept?: string;
  variant?: 'text' | 'outlined';
  /** Gets every chosen file, or only one unless `multiple` is set. Never called without a file. */
  onFiles: (files: readonly [File, ...File[]]) => void;
  multiple?: boolean;
}

/** A button that lets a person choose files of their machine. */
export function FileButton({
  label,
  accept,
  variant = 'text',
  onFiles,
  multiple = false,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [first, ...others] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = '';
    if (first !== undefined) onFiles([first, ...others]);
  };
  return (
    <>
      <Button
        size="small"
        variant={variant}
        startIcon={<FolderOpen size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        <span>{label}</span>
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-label={label}
        hidden
        onChange={choose}
      />
    </>
  );
}
