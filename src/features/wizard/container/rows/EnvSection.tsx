import Button from '@mui/material/Button';
import { Eye, EyeOff, FilePenLine } from 'lucide-react';
import { useRef, useState, type Ref } from 'react';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useEnvPaste } from '#src/features/wizard/env-paste/use-env-paste.tsx';
import styles from './cells.module.css';
import { sectionWords } from '../section-words.ts';
import { EnvRow } from './EnvRow.tsx';
import { setHiddenValues, useHiddenValues } from './hidden-values.ts';

const EnvTextEditor = lazyPart(
  async () => (await import('#src/features/wizard/env-text/EnvTextEditor.tsx')).EnvTextEditor,
);

/** The environment variables of a container, as a table or as the text of a .env file (tables 13 and 18 to 20). */
export function EnvSection({ path }: { path: Path }) {
  const [isText, setText] = useState(false);
  const isMasked = useHiddenValues();
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setText(false);
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (isText) {
    return (
      <PartBoundary
        renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
      >
        <EnvTextEditor path={path} isMasked={isMasked} onClose={close} />
      </PartBoundary>
    );
  }
  return <EnvTable path={path} isMasked={isMasked} edit={edit} onEditText={() => setText(true)} />;
}

interface EnvTableProps {
  path: Path;
  isMasked: boolean;
  edit: Ref<HTMLButtonElement>;
  onEditText: () => void;
}

function EnvTable({ path, isMasked, edit, onEditText }: EnvTableProps) {
  const { readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const { envs } = containerGroup.fields;
  const { name, value } = envs.row.fields;
  const { dialog, pasteHandlerFor } = useEnvPaste();
  const buttons = (
    <>
      <Button
        size="small"
        variant="text"
        aria-pressed={isMasked}
        title={translate(sectionWords.hideValuesHelp)}
        startIcon={isMasked ? <EyeOff size={16} /> : <Eye size={16} />}
        onClick={() => setHiddenValues(!isMasked)}
      >
        {translate(sectionWords.hideValues)}
      </Button>
      {!readOnly && (
        <Button
          ref={edit}
          size="small"
          variant="text"
          startIcon={<FilePenLine size={16} />}
          onClick={onEditText}
        >
          {translate(sectionWords.editAsEnv)}
        </Button>
      )}
    </>
  );
  return (
    <div className={isMasked ? styles.masked : undefined}>
      <RowList
        headingLevel="h2"
        path={path}
        label={envs.label}
        help={translate(sectionWords.envHelp)}
        item={envs.item}
        createRow={() => ({ name: '', value: '' })}
        layout="table"
        columns={[
          {
            label: translate(name.label),
            width: 'minmax(0, 4fr)',
            isRequired: true,
            field: [...path, 0, 'name'],
          },
          { label: t('env.kind'), width: '116px', field: [...path, 0, 'value_from'] },
          { label: translate(value.label), width: 'minmax(0, 7fr)', field: [...path, 0, 'value'] },
        ]}
        rowHeight={41}
        empty={t('env.none')}
        actions={buttons}
      >
        {(row) => <EnvRow path={row} onPasteName={pasteHandlerFor(row)} />}
      </RowList>
      {dialog}
    </div>
  );
}
