import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import {
  deploymentAnswerGroup,
  errorAnswerGroup,
  failureAnswerGroup,
} from '#src/domain/api/answers/deployment.fields.ts';
import { pathFields } from '#src/domain/api/endpoints.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { code, tableOf } from './markdown.ts';
import { pageTables, rowsOfTable, type PageRow } from './page-rows.ts';
import { groupPlacesOf } from './places.ts';

/** A file and a text that it contains. */
export interface Mention {
  readonly file: string;
  readonly text: string;
}

/** A row of the API page with its spec and tests. */
export interface RowEntry extends PageRow {
  /** Absent for a header. */
  readonly spec?: FieldSpec;
  /** Where the spec is defined, or where the header is sent. */
  readonly place: Mention;
  /** The tests that cover it, by title. */
  readonly tests: readonly Mention[];
}

const deployment = 'src/domain/deployment';
const api = 'src/domain/api';

/** The file of each type of the request. */
const files: Readonly<Record<string, string>> = {
  Deployment: 'deployment',
  CreateAppsInDeploymentV3: 'deployment',
  PodRequest: 'deployment',
  Attribute: 'deployment',
  ContainerDef: 'container',
  Volume: 'volumes',
  Probe: 'probes',
  Exec: 'probes',
  HttpGet: 'probes',
  HostContainerPortMapping: 'ports',
  HostPortRange: 'ports',
  Env: 'env',
  ValueFrom: 'env',
  secret: 'env',
  configmap: 'env',
  ResQuest: 'resources',
  Res: 'resources',
  PodConfigs: 'scheduling',
  PodAffinity: 'affinity',
  MatchExpression: 'affinity',
};

const rowTests = {
  request: {
    file: `${deployment}/fields/fields.test.ts`,
    text: 'table $table, $type, $key: $wireType',
  },
  limits: {
    file: `${deployment}/fields/limits.test.ts`,
    text: '%s (table %d): values just inside and just outside',
  },
  answer: {
    file: `${api}/answers/answers.test.ts`,
    text: 'table $table, $type, $key: $wireType',
  },
  path: {
    file: 'src/reference/row-map.test.ts',
    text: 'table $table, $type, $key: $wireType',
  },
  headers: {
    file: 'src/server/proxy/upstream/live-upstream.test.ts',
    text: 'gets the unchanged bytes and only our listed headers',
  },
  edition: {
    file: 'src/server/mock-ief/mock-ief.test.ts',
    text: 'is platinum with an instance id, professional with none or an empty one',
  },
  token: {
    file: 'src/server/mock-ief/request/authorize.test.ts',
    text: 'requires a token or signature, with an error in the gateway’s format',
  },
  contentType: {
    file: 'src/server/mock-ief/mock-ief.test.ts',
    text: 'reads JSON whatever the Content-Type',
  },
} as const;

const headerTests: Readonly<Record<string, Mention>> = {
  'Content-Type': rowTests.contentType,
  'X-Auth-Token': rowTests.token,
  'ief-instance-id': rowTests.edition,
};

/** The groups whose fields are rows of the page. */
export const pageGroups: readonly GroupSpec[] = [
  deploymentGroup,
  deploymentAnswerGroup,
  errorAnswerGroup,
  failureAnswerGroup,
].flatMap((root) => groupPlacesOf(root).map(({ group }) => group));

/** Every row of the page with its spec and its tests. Throws if a row has none. */
export function rowEntries(): RowEntry[] {
  return rowsOfTable(pageTables).map((row) => {
    if (row.type === 'path') return pathEntry(row);
    if (row.type === 'header') return headerEntry(row);
    const group = pageGroups.find(({ table, name }) => table === row.table && name === row.type);
    const spec = group?.fields[row.key];
    if (spec === undefined)
      throw new Error(`table ${row.table} ${row.type}.${row.key} has no spec`);
    const isRequest = row.table <= 20 || row.table === 33 || row.table === 34;
    return isRequest ? requestEntry(row, spec) : answerEntry(row, spec);
  });
}

function pathEntry(row: PageRow): RowEntry {
  const spec = Object.entries(pathFields).find(([key]) => key === row.key)?.[1];
  if (spec === undefined) throw new Error(`table ${row.table} ${row.key} has no spec`);
  const place = { file: `${api}/endpoints.ts`, text: `${row.key}: ` };
  return { ...row, spec, place, tests: [rowTests.path] };
}

function headerEntry(row: PageRow): RowEntry {
  const place = {
    file: 'src/server/proxy/upstream-headers.ts',
    text: `'${row.key.toLowerCase()}'`,
  };
  return { ...row, place, tests: [rowTests.headers, headerTests[row.key]!] };
}

function requestEntry(row: PageRow, spec: FieldSpec): RowEntry {
  const isLeaf = !['group', 'rows', 'entries'].includes(spec.kind);
  return {
    ...row,
    spec,
    place: { file: `${deployment}/fields/${files[row.type]}.fields.ts`, text: `${row.key}: ` },
    tests: [rowTests.request, ...(isLeaf ? [rowTests.limits] : [])],
  };
}

function answerEntry(row: PageRow, spec: FieldSpec): RowEntry {
  const isOwn = row.table === 21 || row.table >= 40;
  // Below table 21 the response repeats the request, so only its table numbers are in the file.
  const text = isOwn ? `${row.key}: ` : `: ${row.table},`;
  return {
    ...row,
    spec,
    place: { file: `${api}/answers/deployment.fields.ts`, text },
    tests: [rowTests.answer],
  };
}

/** A table of all rows with their specs and tests, in Markdown. */
export function rowMap(): string {
  const entries = rowEntries();
  const sections = pageTables.map(([table, type]) => {
    const rows = entries.filter((entry) => entry.table === table);
    return [
      `## Table ${table}: ${type}`,
      tableOf(
        ['Row', 'Type on the page', 'Spec', 'In', 'Tests'],
        rows.map((entry) => [
          code(entry.key),
          typeOnPage(entry.pageType),
          entry.spec ? code(`${entry.type}.${entry.key}`) : 'header',
          code(entry.place.file),
          entry.tests.map(({ file, text }) => `${code(text)} in ${code(file)}`).join('<br>'),
        ]),
      ),
    ].join('\n\n');
  });
  return [
    '# Rows of the API page',
    'Generated by `src/reference/`; do not edit (docs/decisions/0011).',
    `Every row of tables 1 to 41 of the API page (docs/sources.md), ${entries.length} in all, with its field spec and the tests that cover it. A header has no spec; the file is the one that sends it. Tables 5 and 22 of the page refer to table 41 for the affinity, but mean table 33. In the titles of tests that run once per row, \`$\` and \`%\` mark placeholders.`,
    ...sections,
    '',
  ].join('\n\n');
}

/** `Array of 17` as on the page: `Array of 表 17 objects`. */
function typeOnPage(type: string): string {
  return type
    .replace(/^Array of (\d+)$/, 'Array of 表$1 objects')
    .replace(/^object (\d+)$/, '表$1 object');
}
