import { memo, useCallback, type ReactNode } from 'react';
import { isWithin, type Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { listPaths, type ContainerEntry } from '../view.ts';
import { FactList } from './FactList.tsx';
import { memberFacts, unknownKeys, type Fact } from './model/facts.ts';
import { EditButton, ReviewCard } from './ReviewCard.tsx';
import styles from './review.module.css';
import { useReview } from './review-context.ts';
import { envColumns, portColumns, volumeColumns, type Columns } from './model/row-cells.ts';
import { RowTable } from './RowTable.tsx';
import { ValueText } from './ValueText.tsx';

const { name: nameField, image_url, resources } = containerGroup.fields;
const probeKeys = ['readiness_probe', 'liveness_probe'];
const keysOfOtherParts = [
  'name',
  'image_url',
  'envs',
  'ports',
  'volumes',
  'resources',
  ...probeKeys,
];
const generalKeys = Object.keys(containerGroup.fields).filter(
  (key) => !keysOfOtherParts.includes(key),
);

/** Containers with equal names are told apart by their place in the list. */
const placed = {
  container: (name: string, number: number) => ({
    en: `${name} (container ${number})`,
    zh: `${name}（容器 ${number}）`,
  }),
  init: (name: string, number: number) => ({
    en: `${name} (init container ${number})`,
    zh: `${name}（Init 容器 ${number}）`,
  }),
};

interface ContainerCardProps {
  entry: ContainerEntry;
  /** True if another container has the same name. */
  isNamesake: boolean;
  value: Json;
}

/** One container: name, image, and each part with a link to its fields. */
export const ContainerCard = memo(function ContainerCard(props: ContainerCardProps) {
  const { entry, isNamesake, value } = props;
  const { formatter, goTo } = useReview();
  const t = useWords();
  const translate = useTranslate();
  const { list, index } = entry;
  const path: Path = [...listPaths[list], index];
  const counts = useIssueCounts(
    useCallback((issuePath) => isWithin(issuePath, [...listPaths[list], index]), [list, index]),
  );
  const isInit = list === 'init_containers';
  const title = entry.name || t('container.unnamed', { number: index + 1 });
  // The title of a container without a name is its place already.
  const isAmbiguous = isNamesake && (isInit || entry.name !== '');
  const name = isAmbiguous
    ? translate(placed[isInit ? 'init' : 'container'](title, index + 1))
    : title;
  const card = {
    title,
    name,
    mark: isInit && t('container.init'),
    counts,
    editLabel: t('review.editStep', { step: name }),
    onEdit: () => goTo([...path, 'name']),
  };
  if (!isJsonObject(value))
    return (
      <ReviewCard {...card}>
        <ValueText formatted={formatter.value(value, undefined)} />
      </ReviewCard>
    );
  return (
    <ReviewCard
      {...card}
      under={
        <div className={styles.image}>
          <span className={styles.imageLabel}>{translate(image_url.label)}</span>
          <ValueText formatted={formatter.value(value.image_url, image_url)} />
        </div>
      }
    >
      <Parts path={path} value={value} container={name} />
    </ReviewCard>
  );
});

interface PartsProps {
  path: Path;
  value: JsonObject;
  /** The name of the container. */
  container: string;
}

function Parts({ path, value, container }: PartsProps) {
  const { facts, goTo } = useReview();
  const t = useWords();
  const translate = useTranslate();
  const part = (label: string, key: string, content: ReactNode, count?: number) => (
    <Part label={label} count={count} container={container} onEdit={() => goTo([...path, key])}>
      {content}
    </Part>
  );
  const rowsPart = (key: 'envs' | 'ports' | 'volumes', columns: Columns) => {
    const label = translate(containerGroup.fields[key].label);
    const list = value[key];
    const table = list !== undefined && (
      <RowTable label={label} path={[...path, key]} value={list} columns={columns} />
    );
    return part(label, key, table, countOf(list));
  };
  const listed = (members: readonly Fact[]) => members.length > 0 && <FactList facts={members} />;
  const unknown = unknownKeys(facts.root, value, path);
  const amounts = isJsonObject(value.resources)
    ? memberFacts(facts, [...path, 'resources'], Object.keys(value.resources))
    : memberFacts(facts, path, ['resources']);
  return (
    <>
      {/* The title can only show a name that is text. */}
      {typeof value.name !== 'string' && value.name !== undefined && (
        <FactList
          facts={[
            {
              path: [...path, 'name'],
              label: translate(nameField.label),
              value: value.name,
              spec: nameField,
            },
          ]}
        />
      )}
      {part(
        t('container.sections.general'),
        'version',
        listed(memberFacts(facts, path, generalKeys)),
      )}
      {rowsPart('ports', portColumns)}
      {rowsPart('volumes', volumeColumns)}
      {part(t('step.probes.title'), 'readiness_probe', listed(memberFacts(facts, path, probeKeys)))}
      {part(translate(resources.label), 'resources', listed(amounts))}
      {rowsPart('envs', envColumns)}
      {unknown.length > 0 &&
        part(t('review.unknown'), 'version', listed(memberFacts(facts, path, unknown)))}
    </>
  );
}

function countOf(value: Json | undefined): number | undefined {
  return isJsonList(value) && value.length > 0 ? value.length : undefined;
}

interface PartProps {
  label: string;
  count: number | undefined;
  container: string;
  onEdit: () => void;
  children: ReactNode;
}

function Part({ label, count, container, onEdit, children }: PartProps) {
  const t = useWords();
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h4 className={styles.partName}>
          {label}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </h4>
        <EditButton label={t('review.editPart', { part: label, container })} onClick={onEdit} />
      </div>
      <div className={styles.partBody}>
        {children || <span className={styles.quiet}>{t('review.none')}</span>}
      </div>
    </div>
  );
}
