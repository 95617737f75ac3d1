import { useTranslation } from 'react-i18next';
import { deploymentGroup } from '#src/domain/deployment/deployment.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { UnknownKeys } from '#src/ui/controls/UnknownKeys.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useSay } from '#src/ui/say.ts';
import { Fields, Section, StepFrame } from '../StepFrame.tsx';

const { tags } = deploymentGroup.fields;

/** Name, description, tags and source (tables 3 and 17). */
export function BasicsStep() {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <StepFrame step="basics">
      <Fields>
        <Field path={['name']} />
        <Field path={['description']} minRows={2} />
        <Field path={['source']} />
        <UnknownKeys path={[]} />
      </Fields>
      <Section>
        <RowList
          path={['tags']}
          label={tags.label}
          help={say(tags.limit)}
          item={tags.item}
          make={() => ({})}
          layout="card"
          rowHeight={140}
          empty={t('step.basics.noTags')}
        >
          {(path) => (
            <Fields columns={2}>
              <Field path={[...path, 'key']} />
              <Field path={[...path, 'value']} />
            </Fields>
          )}
        </RowList>
      </Section>
    </StepFrame>
  );
}
