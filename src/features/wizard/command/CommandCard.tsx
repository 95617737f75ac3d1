import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import type { Path } from '#src/json/path.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import { CommandTokens } from './CommandTokens.tsx';
import { LineField } from './LineField.tsx';
import { chooseLine, useLineChoice } from './line-choice.ts';
import { startupWords as words } from './words.ts';

const { command, args } = containerGroup.fields;
const isOfStartup = (member: string) => member === 'command' || member === 'args';

/** Command and arguments of a container, as lists or as lines, and the entries that result (table 6). */
export function CommandCard({ path }: { path: Path }) {
  const t = useWords();
  const translate = useTranslate();
  const isLine = useLineChoice();
  const choice = (
    <Segments
      label={translate(words.notation)}
      hideLabel
      value={isLine ? 'line' : 'list'}
      onChange={(value) => chooseLine(value === 'line')}
      segments={(['list', 'line'] as const).map((value) => ({
        value,
        label: translate(words[value]),
      }))}
    />
  );
  return (
    <Card
      title={t('container.startup')}
      actions={
        <>
          <EditPartButton path={path} isMember={isOfStartup} />
          {choice}
        </>
      }
    >
      <FieldGrid columns={1}>
        {isLine ? (
          <>
            <LineField path={[...path, 'command']} spec={command} />
            <LineField path={[...path, 'args']} spec={args} />
          </>
        ) : (
          <>
            <Field path={[...path, 'command']} />
            <Field path={[...path, 'args']} />
          </>
        )}
        <CommandTokens path={path} />
      </FieldGrid>
    </Card>
  );
}
