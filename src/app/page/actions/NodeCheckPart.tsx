import Button from '@mui/material/Button';
import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { NodeCheckDialog } from '#src/features/node-check/NodeCheckDialog.tsx';
import { nodeCheckWords as words } from '#src/features/node-check/node-check-words.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DeployToMany } from '../rollouts/DeployToMany.tsx';

interface NodeCheckPartProps {
  /** An update changes this deployment; many are updated from their list. */
  isUpdate?: boolean;
}

/** Offers a rollout of the document at hand, and the script that checks its node. */
export function NodeCheckPart({ isUpdate = false }: NodeCheckPartProps) {
  const translate = useTranslate();
  const { store } = useEditor();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      {!isUpdate && <DeployToMany />}
      <Button
        size="small"
        variant="text"
        startIcon={<ClipboardCheck size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <span>{translate(words.open)}</span>
      </Button>
      {isOpen && <NodeCheckDialog body={store.get()} onClose={() => setOpen(false)} />}
    </div>
  );
}
