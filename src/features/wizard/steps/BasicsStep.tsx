import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { ChoiceField } from '#src/ui/controls/ChoiceField.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { Card } from '#src/ui/blocks/Card.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useRowPaste } from '../row-paste/use-row-paste.tsx';
import { FieldGrid } from '../layout/FieldGrid.tsx';

const { name, description, source, tags } = deploymentGroup.fields;
const { key, value } = tags.row.fields;

/** The members that other cards do not show. */
const isBasic = (member: string) =>
  !['tags', 'node_ids', 'group_id', 'deployment'].includes(member);

/**
 * Name, description, tags and source (tables 3 and 17). This step is in the initial bundle, so it uses specific controls
 * instead of `Field`, which imports all of them.
 */
export function BasicsStep() {
  const t = useWords();
  const translate = useTranslate();
  const { dialog, pasteHandlerFor } = useRowPaste('tags', '=');
  return (
    <>
      <Card corner={<EditPartButton path={[]} isMember={isBasic} />}>
        <FieldGrid>
          <TextField path={['name']} spec={name} />
          <TextField path={['description']} spec={description} minRows={2} />
          <ChoiceField path={['source']} spec={source} />
          <UnknownKeys path={[]} />
        </FieldGrid>
      </Card>
      <Card flush>
        <RowList
          path={['tags']}
          label={tags.label}
          help={translate(tags.limit)}
          item={tags.item}
          createRow={() => ({})}
          layout="table"
          columns={(['key', 'value'] as const).map((field) => ({
            label: translate(tags.row.fields[field].label),
            width: 'minmax(0, 1fr)',
            isRequired: tags.row.fields[field].required ?? false,
            field: ['tags', 0, field],
          }))}
          rowHeight={41}
          headingLevel="h2"
          empty={t('step.basics.noTags')}
        >
          {(path) => (
            <>
              <TextField
                path={[...path, 'key']}
                spec={key}
                hideHelp
                onPasteText={pasteHandlerFor(path)}
              />
              <TextField path={[...path, 'value']} spec={value} hideHelp />
            </>
          )}
        </RowList>
        {dialog}
      </Card>
    </>
  );
}
