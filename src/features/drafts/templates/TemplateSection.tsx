import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Download, LayoutTemplate, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileButton } from '#src/ui/blocks/FileButton.tsx';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FillTemplateDialog } from './FillTemplateDialog.tsx';
import type { Template } from './template-database.ts';
import { findVariables, type FilledTemplate } from './template-variables.ts';
import { templateWords } from './template-words.ts';
import { templatesFile } from './templates-file.ts';
import styles from './templates.module.css';
import { useTemplates } from './use-templates.ts';

interface TemplateSectionProps {
  headingLevel: 'h2' | 'h3';
  onUse: (filled: FilledTemplate, template: Template) => void;
}

/** The templates of this browser: use, delete, export, read from a file. */
export function TemplateSection({ headingLevel, onUse }: TemplateSectionProps) {
  const translate = useTranslate();
  const { templates, problem, done, remove, read } = useTemplates();
  const [chosen, setChosen] = useState<Template>();
  return (
    <section aria-labelledby="templates-title" className={styles.section}>
      <TemplateHead level={headingLevel} templates={templates} onRead={read} />
      <p className={styles.help}>{translate(templateWords.help)}</p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {translate(problem)}
        </p>
      )}
      {done && (
        <div role="status" className={styles.done}>
          {translate(done.text)}
          {done.undo && (
            <Button size="small" variant="text" onClick={done.undo}>
              {translate(templateWords.undo)}
            </Button>
          )}
        </div>
      )}
      {templates?.length === 0 && <p className={styles.none}>{translate(templateWords.none)}</p>}
      <ul ref={keepRowFocus} className={styles.list}>
        {templates?.map((template) => (
          <TemplateRow
            key={template.id}
            template={template}
            onUse={() => setChosen(template)}
            onDelete={() => void remove(template)}
          />
        ))}
      </ul>
      {chosen && (
        <FillTemplateDialog
          template={chosen}
          onClose={() => setChosen(undefined)}
          onFilled={(filled) => {
            setChosen(undefined);
            onUse(filled, chosen);
          }}
        />
      )}
    </section>
  );
}

interface TemplateHeadProps {
  level: 'h2' | 'h3';
  templates: readonly Template[] | undefined;
  onRead: (text: string) => Promise<void>;
}

/** The title, with buttons for the file. */
function TemplateHead({ level: Heading, templates, onRead }: TemplateHeadProps) {
  const translate = useTranslate();
  return (
    <div className={styles.head}>
      <Heading id="templates-title" className={styles.title}>
        {translate(templateWords.title)}
      </Heading>
      <div className={styles.headActions}>
        {templates !== undefined && templates.length > 0 && (
          <Button
            size="small"
            variant="text"
            startIcon={<Download size={16} aria-hidden />}
            onClick={() => downloadText(templatesFile(templates), 'templates.json')}
          >
            {translate(templateWords.download)}
          </Button>
        )}
        <FileButton
          label={translate(templateWords.read)}
          accept=".json,application/json"
          onFiles={([file]) => void file.text().then(onRead)}
        />
      </div>
    </div>
  );
}

interface TemplateRowProps {
  template: Template;
  onUse: () => void;
  onDelete: () => void;
}

function TemplateRow({ template: { name, document }, onUse, onDelete }: TemplateRowProps) {
  const translate = useTranslate();
  return (
    <li className={styles.row}>
      <LayoutTemplate size={16} aria-hidden className={styles.icon} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {translate(templateWords.variables(findVariables(document).length))}
      </span>
      <Button
        size="small"
        variant="outlined"
        aria-label={translate(templateWords.useOf(name))}
        onClick={onUse}
      >
        {translate(templateWords.use)}
      </Button>
      <IconButton
        size="small"
        aria-label={translate(templateWords.deleteOf(name))}
        title={translate(templateWords.deleteOf(name))}
        onClick={onDelete}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
