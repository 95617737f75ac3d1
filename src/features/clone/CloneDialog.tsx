import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { cloneDocument, type CloneLoss } from '#src/convert/clone/clone-document.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Edition } from '#src/domain/core/context.ts';
import { nextName } from '#src/domain/core/next-name.ts';
import { formatPath } from '#src/json/path.ts';
import { asList, type JsonObject } from '#src/json/value.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { cloneWords as words } from './clone-words.ts';
import styles from './clone.module.css';

interface CloneDialogProps {
  document: JsonObject;
  onOpen: (document: JsonObject, edition: Edition) => void;
  onClose: () => void;
}

/** The maximum length of a name (table 3). */
const MAX_NAME = 32;

const schema = z.object({
  name: z.string().check(z.minLength(1)),
  edition: z.enum(['professional', 'platinum']),
  kind: z.enum(['node', 'group']),
  node: z.string(),
  group: z.string(),
});

/** Asks where a clone goes, lists what it does not keep, and opens it as a draft. */
export function CloneDialog({ document, onOpen, onClose }: CloneDialogProps) {
  const translate = useTranslate();
  const { edition: from, generation } = useSession();
  const { name, node_ids: nodes, group_id: group } = document;
  const original = typeof name === 'string' ? name : '';
  const form = useForm({
    resolver: formResolver(schema),
    defaultValues: {
      name: nextName(original, new Set(), MAX_NAME),
      edition: from,
      kind: group === undefined ? ('node' as const) : ('group' as const),
      node: textOf(asList(nodes)[0]),
      group: textOf(group),
    },
  });
  const chosen = useWatch({ control: form.control });
  const edition: Edition = chosen.edition ?? from;
  const kind = edition === 'professional' ? 'node' : (chosen.kind ?? 'node');
  const id = (kind === 'node' ? chosen.node : chosen.group) ?? '';
  const clone = useMemo(
    () =>
      cloneDocument(document, {
        name: chosen.name ?? '',
        target: { kind, id },
        from,
        edition,
        generation,
      }),
    [document, chosen.name, kind, id, from, edition, generation],
  );
  const targets = useTargets(kind, edition);
  const { errors } = form.formState;
  return (
    <FormDialog
      title={translate(words.title(foreignShort(original)))}
      submit={translate(words.open)}
      onSubmit={(event) => void form.handleSubmit(() => onOpen(clone.document, edition))(event)}
      onCancel={onClose}
    >
      <FormInput
        label={translate(words.name)}
        help={translate(words.nameHelp)}
        error={errors.name && translate(words.nameNeeded)}
        registration={form.register('name')}
        wire
        takesFocus
      />
      <FormSelect label={translate(words.edition)} registration={form.register('edition')}>
        <option value="professional">{translate(words.professional)}</option>
        <option value="platinum">{translate(words.platinum)}</option>
      </FormSelect>
      {edition === 'platinum' && (
        <FormSelect label={translate(words.kind)} registration={form.register('kind')}>
          <option value="node">{translate(words.node)}</option>
          <option value="group">{translate(words.group)}</option>
        </FormSelect>
      )}
      <FormSelect
        label={translate(words[kind])}
        registration={form.register(kind)}
        help={targets.isError && translate(words.unlisted)}
      >
        <TargetOptions records={targets.records} current={id} />
      </FormSelect>
      <Losses losses={clone.losses} />
    </FormDialog>
  );
}

/** The nodes or groups of the project. */
function useTargets(kind: 'node' | 'group', edition: Edition) {
  const session = { ...useSession(), edition };
  const isReady = useMissingForLists() === undefined;
  const nodes = useQuery({ ...nodesQuery(session), enabled: isReady && kind === 'node' });
  const groups = useQuery({ ...groupsQuery(session), enabled: isReady && kind === 'group' });
  const { data, isError } = kind === 'node' ? nodes : groups;
  return { records: data?.records ?? [], isError };
}

interface TargetOptionsProps {
  records: ReturnType<typeof useTargets>['records'];
  current: string;
}

/** The choices of a target; the current one also if the list does not have it. */
function TargetOptions({ records, current }: TargetOptionsProps) {
  const translate = useTranslate();
  const isListed = records.some(({ id }) => id === current);
  return (
    <>
      <option value="">{translate(words.later)}</option>
      {current !== '' && !isListed && <option value={current}>{current}</option>}
      {records.map(({ id, name }) => (
        <option key={id} value={id}>
          {foreignShort(name)}
        </option>
      ))}
    </>
  );
}

/** The most losses that are listed. */
const MAX_LISTED = 20;

function Losses({ losses }: { losses: readonly CloneLoss[] }) {
  const translate = useTranslate();
  if (losses.length === 0)
    return (
      <p role="status" className={styles.quiet}>
        {translate(words.noLosses)}
      </p>
    );
  return (
    <div role="status" className={styles.losses}>
      <strong>{translate(words.losses(losses.length))}</strong>
      <ul>
        {losses.slice(0, MAX_LISTED).map(({ path, message }) => (
          <li key={`${formatPath(path)} ${message.en}`}>
            <code>{formatPath(path)}</code> <span>{translate(message)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
