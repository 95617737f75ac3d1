import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { NamedPlace } from '#src/client/session/place.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { deploymentActionWords as words } from './action-words.ts';
import type { ActionItem, DeploymentAction } from './deployment-action.ts';
import styles from './actions.module.css';

interface ConfirmActionProps {
  action: DeploymentAction;
  items: readonly ActionItem[];
  place: NamedPlace;
  offlineNodes: readonly string[];
  /** `force`: a delete does not wait for the node. */
  onConfirm: (force: boolean) => void;
  onCancel: () => void;
}

/** The most names that are listed. */
const MAX_NAMES = 20;

/** Asks before an action. A delete at a live target needs the name, or the number of deployments, typed. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { action, items, place, offlineNodes, onConfirm, onCancel } = props;
  const translate = useTranslate();
  const [first] = items;
  const isOne = items.length === 1;
  const expected = isOne ? (first?.name ?? '') : String(items.length);
  const mustType = action === 'delete' && place.kind === 'live';
  const resolver = useMemo(
    () =>
      formResolver(
        z.object({
          text: z.string().check(z.refine((text) => text === expected)),
          force: z.boolean(),
        }),
      ),
    [expected],
  );
  const form = useForm({
    resolver,
    defaultValues: { text: mustType ? '' : expected, force: false },
  });
  const { errors } = form.formState;
  const name = foreignShort(first?.name ?? '');
  return (
    <FormDialog
      title={translate(isOne ? words[`${action}One`](name) : words[`${action}Many`](items.length))}
      submit={translate(words[action])}
      isDanger={action === 'delete'}
      onSubmit={(event) => void form.handleSubmit(({ force }) => onConfirm(force))(event)}
      onCancel={onCancel}
    >
      {!isOne && (
        <ul className={styles.names}>
          {items.slice(0, MAX_NAMES).map((item) => (
            <li key={item.id}>
              <ForeignName text={item.name} />
            </li>
          ))}
          {items.length > MAX_NAMES && <li>{`… ${items.length - MAX_NAMES}`}</li>}
        </ul>
      )}
      <div>{translate(action === 'delete' ? words.deleteHelp : words.restartHelp)}</div>
      {offlineNodes.length > 0 && (
        <div className={styles.offline}>
          {translate(words.offline(foreignShort(offlineNodes.join(', '))))}
        </div>
      )}
      {action === 'delete' && offlineNodes.length > 0 && (
        <label className={styles.force}>
          <input type="checkbox" {...form.register('force')} />
          <span>{translate(words.force)}</span>
        </label>
      )}
      {place.kind === 'mock' && <div className={styles.quiet}>{translate(words.mock)}</div>}
      {mustType && (
        <FormInput
          label={translate(isOne ? words.typeName : words.typeCount)}
          help={translate(words.typeHelp(foreignShort(expected)))}
          error={errors.text && translate(words.wrong)}
          registration={form.register('text')}
          wire
          takesFocus
        />
      )}
    </FormDialog>
  );
}
