import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import type { ContainerEntry } from '../view.ts';
import { ApplyToOthers } from './ApplyToOthers.tsx';
import panel from './panel.module.css';
import styles from './resources.module.css';

/** Limits and requests of a container, side by side (tables 14 and 15). `inPanel` leaves out their cards. */
export function ResourceSection({ entry, inPanel }: { entry: ContainerEntry; inPanel: boolean }) {
  const translate = useTranslate();
  const path = [...entry.path, 'resources'];
  const { resources } = containerGroup.fields;
  const { limits, requests } = resources.fields;
  const groups = (
    [
      ['limits', limits],
      ['requests', requests],
    ] as const
  ).map(([key, spec]) => {
    const group = (
      <fieldset key={key} className={styles.group}>
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
    );
    if (inPanel) return group;
    return (
      <Card key={key} corner={<EditPartButton path={[...path, key]} />}>
        {group}
      </Card>
    );
  });
  return (
    <div className={inPanel ? panel.section : undefined}>
      <div className={styles.amounts}>{groups}</div>
      <UnknownKeys path={path} />
      <div className={styles.apply}>
        {inPanel && <EditPartButton path={path} />}
        <ApplyToOthers container={entry} part="resources" label={translate(resources.label)} />
      </div>
    </div>
  );
}
