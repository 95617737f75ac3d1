import { getIn } from '#src/json/get-in.ts';
import { toPointer } from '#src/json/path.ts';
import { asList, asObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { PlannedRollout, PlannedRow } from './planned-rollout.ts';
import { keyOfName } from './put-value.ts';

/** A container of a deployment as the target lists it. */
export interface ListedContainer {
  readonly list: 'containers' | 'init_containers';
  readonly index: number;
  readonly name: string;
  readonly image: string;
}

type ContainersById = ReadonlyMap<string, readonly ListedContainer[]>;

/** All containers of one name in the deployments of a plan. */
export interface NamedContainer extends Pick<ListedContainer, 'list' | 'name'> {
  /** How many deployments have it. */
  readonly count: number;
  /** The current images, the most frequent first. */
  readonly images: readonly string[];
  /** The image that the plan gives it; empty if it stays. */
  readonly planned: string;
}

type PlannedParts = Pick<PlannedRollout, 'rows' | 'body'>;

/** The containers of the deployments of a plan by name, those in most deployments first. */
export function namedContainers(
  { rows, body }: PlannedParts,
  listed: ContainersById,
): readonly NamedContainer[] {
  const found = new Map<
    string,
    { one: ListedContainer; images: Map<string, number>; count: number; planned: string }
  >();
  for (const { id, values } of rows) {
    for (const one of listed.get(id) ?? []) {
      const key = `${one.list} ${one.name}`;
      const known = found.get(key) ?? { one, images: new Map(), count: 0, planned: '' };
      found.set(key, known);
      known.count++;
      known.images.set(one.image, (known.images.get(one.image) ?? 0) + 1);
      known.planned ||= textOf(values?.[imagePointer(one)] ?? values?.[pointerByPlace(one)]);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.count - a.count)
    .map(({ one: { list, name }, images, count, planned }) => ({
      list,
      name,
      count,
      images: [...images].toSorted((a, b) => b[1] - a[1]).map(([image]) => image),
      planned: textOf(namedRow(body, { list, name })?.image_url) || planned,
    }));
}

/**
 * A plan that gives a container of all its deployments an image; an empty one leaves it as it is. A rollout finds the
 * container by its name, wherever it is by then. If every deployment has it, the body sets the image. Otherwise the body
 * would add the container to deployments without it, so only the rows that have it set the image.
 */
export function withImage(
  { rows, body }: PlannedParts,
  listed: ContainersById,
  container: Pick<ListedContainer, 'list' | 'name'>,
  image: string,
): PlannedParts {
  const placeIn = ({ id }: PlannedRow) =>
    listed.get(id)?.find(({ list, name }) => list === container.list && name === container.name);
  const isEverywhere = rows.every((row) => placeIn(row) !== undefined);
  return {
    body: withNamedImage(body, container, isEverywhere ? image : ''),
    rows: rows.map((row) => {
      const place = placeIn(row);
      // A plan may set it in all rows by hand, also where it has no place.
      if (place === undefined) return withValue(row, imagePointer(container), undefined);
      // An imported plan may give an index instead of the name.
      const kept = withValue(row, pointerByPlace(place), undefined);
      return withValue(kept, imagePointer(place), isEverywhere || image === '' ? undefined : image);
    }),
  };
}

/** The deployments of a plan that have no such container, as far as the target lists them. */
export function rowsWithout(
  rows: readonly PlannedRow[],
  listed: ContainersById,
  { list, name }: Pick<ListedContainer, 'list' | 'name'>,
): readonly PlannedRow[] {
  return rows.filter(
    ({ id }) => !listed.get(id)?.some((one) => one.list === list && one.name === name),
  );
}

const IMAGE = /^\/deployment\/template\/(?:init_)?containers\/[^/]+\/image_url$/;
const IMAGE_BY_PLACE = /^\/deployment\/template\/(?:init_)?containers\/\d+\/image_url$/;

/**
 * Tells which pointers of a plan are images that the table of containers shows. Without the containers, which may still
 * load, it assumes all of them. Images by index, from an imported plan, are shown there, too.
 */
export function listedImages(
  containers: readonly NamedContainer[] | undefined,
): (pointer: string) => boolean {
  if (containers === undefined) return (pointer) => IMAGE.test(pointer);
  const images = new Set(containers.map(imagePointer));
  return (pointer) => images.has(pointer) || IMAGE_BY_PLACE.test(pointer);
}

/** A row with a value, or without it if it is undefined. */
export function withValue(
  { values, ...row }: PlannedRow,
  pointer: string,
  value: Json | undefined,
): PlannedRow {
  const { [pointer]: _before, ...others } = values ?? {};
  const next = value === undefined ? others : { ...others, [pointer]: value };
  return Object.keys(next).length === 0 ? row : { ...row, values: next };
}

/** The pointer to the image of a container, by the name of the container. */
export function imagePointer({ list, name }: Pick<ListedContainer, 'list' | 'name'>): string {
  return toPointer(['deployment', 'template', list, keyOfName(name), 'image_url']);
}

function pointerByPlace({ list, index }: ListedContainer): string {
  return toPointer(['deployment', 'template', list, index, 'image_url']);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function namedRow(
  body: JsonObject | undefined,
  { list, name }: Pick<ListedContainer, 'list' | 'name'>,
): JsonObject | undefined {
  const rows = asList(getIn(body, ['deployment', 'template', list])).map(asObject);
  return rows.find((row) => row.name === name);
}

function withNamedImage(
  body: JsonObject = {},
  { list, name }: Pick<ListedContainer, 'list' | 'name'>,
  image: string,
): JsonObject | undefined {
  const { deployment, ...rest } = body;
  const { template, ...others } = asObject(deployment);
  const { [list]: listed, ...lists } = asObject(template);
  const before = asList(listed).map(asObject);
  const at = before.findIndex((row) => row.name === name);
  const { image_url: _image, ...kept } = at < 0 ? { name } : before[at]!;
  const changed: JsonObject = image === '' ? kept : { ...kept, image_url: image };
  // A row with nothing but its name changes nothing.
  const added = Object.keys(changed).length > 1 ? [changed] : [];
  const containers = at < 0 ? [...before, ...added] : before.toSpliced(at, 1, ...added);
  const nextTemplate = containers.length > 0 ? { ...lists, [list]: containers } : lists;
  const hasTemplate = Object.keys(nextTemplate).length > 0;
  const next = hasTemplate ? { ...others, template: nextTemplate } : others;
  const whole = Object.keys(next).length > 0 ? { ...rest, deployment: next } : rest;
  return Object.keys(whole).length > 0 ? (whole as JsonObject) : undefined;
}
