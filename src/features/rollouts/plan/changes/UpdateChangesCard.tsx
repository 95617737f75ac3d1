import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWords } from '#src/ui/words/page-words.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { containerImagesQuery } from '#src/client/rollouts/container-images.ts';
import { useSession } from '#src/client/session/session.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import {
  namedContainers,
  rowsWithout,
  withImage,
  type NamedContainer,
} from '#src/domain/rollout/change-images.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { changeWords as words } from './change-words.ts';
import styles from './changes.module.css';
import { OtherValues } from './OtherValues.tsx';

interface UpdateChangesCardProps {
  rollout: PlannedRollout;
  lack: MissingForLists | undefined;
  onChange: (part: Partial<PlannedRollout>) => void;
}

/** What an update changes in every deployment: images by container, and other values. */
export function UpdateChangesCard({ rollout, lack, onChange }: UpdateChangesCardProps) {
  const translate = useTranslate();
  const t = useWords();
  const session = useSession();
  const query = useQuery({ ...containerImagesQuery(session), enabled: lack === undefined });
  const { data } = query;
  const containers = useMemo(() => data && namedContainers(rollout, data), [rollout, data]);
  return (
    <Card title={translate(words.title)} help={translate(words.help)}>
      <div className={styles.stack}>
        <h3 className={styles.title}>{translate(words.images)}</h3>
        {query.error !== null && (
          <div role="status" ref={keepRowFocus} className={styles.quiet}>
            {translate(words.failed(reasonOf(query.error, t('connection.noAnswer'))))}{' '}
            <Button size="small" variant="text" onClick={() => void query.refetch()}>
              {translate(words.retry)}
            </Button>
          </div>
        )}
        {containers === undefined && query.error === null && (
          <p role="status" className={styles.quiet}>
            {translate(words.loading)}
          </p>
        )}
        {containers?.length === 0 && (
          <p className={styles.quiet}>{translate(words.noContainers)}</p>
        )}
        {data && containers && containers.length > 0 && (
          <ImageTable
            containers={containers}
            rollout={rollout}
            listed={data}
            onImage={(container, image) => onChange(withImage(rollout, data, container, image))}
          />
        )}
        <OtherValues rollout={rollout} containers={containers} onChange={onChange} />
      </div>
    </Card>
  );
}

interface ImageTableProps {
  containers: readonly NamedContainer[];
  rollout: PlannedRollout;
  /** The containers of each deployment. */
  listed: Parameters<typeof rowsWithout>[1];
  onImage: (container: NamedContainer, image: string) => void;
}

/** More current images of one container are counted. */
const MAX_IMAGES = 3;

function ImageTable({ containers, rollout, listed, onImage }: ImageTableProps) {
  const translate = useTranslate();
  const { rows } = rollout;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{translate(words.container)}</th>
          <th scope="col">{translate(words.current)}</th>
          <th scope="col">{translate(words.newImage)}</th>
        </tr>
      </thead>
      <tbody>
        {containers.map((one) => (
          <tr key={`${one.list} ${one.name}`}>
            <th scope="row">
              <span translate="no">
                <ForeignName text={one.name} />
              </span>
              {one.list === 'init_containers' && (
                <span className={styles.small}>{translate(words.initContainer)}</span>
              )}
              {one.count < rows.length && (
                <Without
                  count={one.count}
                  total={rows.length}
                  read={() => rowsWithout(rows, listed, one)}
                />
              )}
            </th>
            <td className={styles.images}>
              {one.images.slice(0, MAX_IMAGES).map((image) => (
                <code key={image} translate="no">
                  <ForeignName text={image} />
                </code>
              ))}
              {one.images.length > MAX_IMAGES && (
                <span className={styles.small}>
                  {translate(words.more(one.images.length - MAX_IMAGES))}
                </span>
              )}
            </td>
            <td>
              <TextInput
                wire
                aria-label={translate(words.newImageOf(foreignShort(one.name)))}
                placeholder={translate(words.keep)}
                value={one.planned}
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => onImage(one, target.value)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WithoutProps {
  count: number;
  total: number;
  /** The deployments that have no such container. */
  read: () => PlannedRollout['rows'];
}

/** The number of names that are listed. */
const MAX_NAMES = 20;

/** The deployments that lack a container, so its new image does not apply to them. */
function Without({ count, total, read }: WithoutProps) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const rows = isOpen ? read() : [];
  return (
    <details className={styles.small} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{translate(words.inSome(count, total))}</summary>
      {translate(words.without)}
      <ul translate="no">
        {rows.slice(0, MAX_NAMES).map(({ id, name }) => (
          <li key={id}>
            <ForeignName text={name ?? id} />
          </li>
        ))}
      </ul>
      {rows.length > MAX_NAMES && translate(words.more(rows.length - MAX_NAMES))}
    </details>
  );
}
