import type { Path } from '#src/json/path.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ApplyToOthers } from '../container/ApplyToOthers.tsx';
import { ContainerSwitcher } from '../container/ContainerSwitcher.tsx';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import { useOpenContainer } from '../view.ts';
import styles from './resources.module.css';

/** Limits and requests of the open container, side by side (tables 14 and 15). */
export function ResourcesStep() {
  const open = useOpenContainer();
  const translate = useTranslate();
  return (
    <>
      <ContainerSwitcher step="resources" />
      {open && (
        <>
          <Amounts key={open.id} path={[...open.path, 'resources']} />
          <div className={styles.apply}>
            <ApplyToOthers
              container={open}
              part="resources"
              label={translate(containerGroup.fields.resources.label)}
            />
          </div>
        </>
      )}
    </>
  );
}

function Amounts({ path }: { path: Path }) {
  const translate = useTranslate();
  const { limits, requests } = containerGroup.fields.resources.fields;
  return (
    <div className={styles.amounts}>
      {(
        [
          ['limits', limits],
          ['requests', requests],
        ] as const
      ).map(([key, spec]) => (
        <Card key={key}>
          <fieldset className={styles.group}>
            <legend>{translate(spec.label)}</legend>
            <div className={styles.groupHelp}>{translate(spec.help)}</div>
            <GroupIssues path={[...path, key]} />
            <FieldGrid>
              {Object.keys(spec.fields).map((amount) => (
                <Field key={amount} path={[...path, key, amount]} />
              ))}
              <UnknownKeys path={[...path, key]} />
            </FieldGrid>
          </fieldset>
        </Card>
      ))}
    </div>
  );
}
