import { isJsonObject, type Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { portGroup } from '#src/domain/deployment/fields/ports.fields.ts';
import { volumeGroup } from '#src/domain/deployment/fields/volumes.fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { FormattedValue, ValueFormatter } from './format-value.ts';

/** One table cell. An imported body can have more values than the API accepts. */
export interface ReviewCell {
  readonly values: readonly FormattedValue[];
  /** The source of the values, shown as an icon. */
  readonly origin?: 'configmap' | 'secret' | 'node';
}

/** The cells of a row in column order; undefined if the row is not an object. */
export type Cells = readonly ReviewCell[] | undefined;

export interface Columns {
  readonly labels: readonly Text[];
  cells(row: Json, formatter: ValueFormatter): Cells;
}

const tagFields = deploymentGroup.fields.tags.row.fields;
const { value_from } = envGroup.fields;
const { configmap, secret } = value_from.fields;

/** Name and value of a variable. A reference reads `Configmap service › key`. */
export const envColumns: Columns = {
  labels: [envGroup.fields.name.label, envGroup.fields.value.label],
  cells(row, formatter) {
    if (!isJsonObject(row)) return undefined;
    const values: FormattedValue[] = [];
    let origin: ReviewCell['origin'];
    if (row.value !== undefined) values.push(formatter.value(row.value, envGroup.fields.value));
    if (row.value_from !== undefined) {
      const reference = formatReference(row.value_from, formatter);
      origin = reference.origin;
      values.push(reference.formatted);
    }
    if (row.field_path !== undefined) {
      origin ??= 'node';
      values.push(formatter.value(row.field_path, envGroup.fields.field_path));
    }
    if (values.length === 0) values.push(formatter.value(undefined, envGroup.fields.name));
    const name = formatter.value(row.name, envGroup.fields.name);
    return [{ values: [name] }, { values, ...(origin && { origin }) }];
  },
};

function formatReference(
  value: Json,
  formatter: ValueFormatter,
): { formatted: FormattedValue; origin?: 'configmap' | 'secret' } {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const kind = keys.length === 1 && (keys[0] === 'configmap' || keys[0] === 'secret') && keys[0];
  if (!isJsonObject(value) || !kind) return { formatted: formatter.value(value, value_from) };
  const spec = kind === 'configmap' ? configmap : secret;
  const reference = value[kind];
  if (!isJsonObject(reference))
    return { formatted: formatter.value(value, value_from), origin: kind };
  const name = formatter.value(reference.name, spec.fields.name).text;
  const key = formatter.value(reference.key, spec.fields.key).text;
  return {
    formatted: { text: `${formatter.label(spec.label)} ${name} › ${key}`, tone: 'words' },
    origin: kind,
  };
}

export const portColumns: Columns = {
  labels: [
    portGroup.fields.host_port.label,
    portGroup.fields.container_port.label,
    portGroup.fields.host_ip.label,
  ],
  cells(row, formatter) {
    if (!isJsonObject(row)) return undefined;
    const { host_port, container_port, host_ip } = portGroup.fields;
    const host: FormattedValue[] = [];
    if (row.host_port !== undefined) host.push(formatter.value(row.host_port, host_port));
    if (row.host_port_range !== undefined) host.push(formatRange(row.host_port_range, formatter));
    if (host.length === 0) host.push(formatter.value(undefined, container_port));
    return [
      { values: host },
      { values: [formatter.value(row.container_port, container_port)] },
      { values: row.host_ip === undefined ? [] : [formatter.value(row.host_ip, host_ip)] },
    ];
  },
};

function formatRange(value: Json, formatter: ValueFormatter): FormattedValue {
  const { host_port_range } = portGroup.fields;
  const isPlain =
    isJsonObject(value) &&
    Object.keys(value).every((key) => Object.hasOwn(host_port_range.fields, key));
  if (!isPlain) return formatter.value(value, host_port_range);
  const { min_port, max_port } = host_port_range.fields;
  const from = formatter.value(value.min_port, min_port);
  const to = formatter.value(value.max_port, max_port);
  return { text: `${from.text} – ${to.text}`, tone: from.tone === to.tone ? from.tone : 'words' };
}

export const volumeColumns: Columns = {
  labels: (['name', 'type', 'source', 'destination', 'read_only'] as const).map(
    (key) => volumeGroup.fields[key].label,
  ),
  cells(row, formatter) {
    if (!isJsonObject(row)) return undefined;
    const { name, type, source, destination, read_only } = volumeGroup.fields;
    const isAssumed = row.read_only === undefined;
    return [
      { values: [formatter.value(row.name, name)] },
      { values: [formatter.value(row.type, type)] },
      { values: [formatter.value(row.source, source)] },
      { values: [formatter.value(row.destination, destination)] },
      {
        values: [
          isAssumed
            ? formatter.assumed(read_only.assumed === 'true')
            : formatter.value(row.read_only, read_only),
          ...(row.default_mode === undefined
            ? []
            : [formatter.labelled(row.default_mode, volumeGroup.fields.default_mode)]),
        ],
      },
    ];
  },
};

export const tagColumns: Columns = {
  labels: [tagFields.key.label, tagFields.value.label],
  cells(row, formatter) {
    if (!isJsonObject(row)) return undefined;
    return [
      { values: [formatter.value(row.key, tagFields.key)] },
      { values: row.value === undefined ? [] : [formatter.value(row.value, tagFields.value)] },
    ];
  },
};
