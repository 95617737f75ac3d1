import { generations } from '#src/domain/core/context.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import {
  deploymentAnswerGroup,
  errorAnswerGroup,
  failureAnswerGroup,
} from '#src/domain/api/answers/deployment.fields.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { rulesBySchema } from './deployment-schema.ts';
import { anchorOf, code, plain, tableOf } from './markdown.ts';
import type { FieldPlace } from './places.ts';
import { headingOf, rulesOf, sectionsOf, type Section } from './sections.ts';

/** The reference of all fields and rules in Markdown. */
export function fieldReference(): string {
  const request = sectionsOf([deploymentGroup]);
  const known = new Set(request.map(({ heading }) => heading));
  const answer = sectionsOf([deploymentAnswerGroup, errorAnswerGroup, failureAnswerGroup]).filter(
    ({ heading }) => !known.has(heading),
  );
  return [
    '# Field reference',
    'Generated from the field specs and rules by `src/reference/`; do not edit (docs/decisions/0011).',
    INTRODUCTION,
    '## Request',
    'The body of `POST /v3/{project_id}/edgemgr/deployments`.',
    ...request.map((section) => sectionText(section, true)),
    '## Rules',
    'Rules that involve several fields or depend on the edition. Rule numbers are never reused.',
    rulesTable(),
    '## Responses',
    'The body of a successful create response and of an error. Tables 33 and 34, and fields newer than the page, are the same as in the request.',
    ...answer.map((section) => sectionText(section, false)),
    '',
  ].join('\n\n');
}

const INTRODUCTION = [
  '- Lengths are in characters (Unicode code points), as on the API page.',
  '- Everything about `containers[]` also applies to `init_containers[]`. `[]` means any index.',
  '- Unknown keys are kept and sent unchanged.',
  '- A default is the value that the service assumes for an absent key. It is not written into the body.',
  '- If an edition or generation is given, only that one has the field.',
  '- Tables are those of the API page of 2024-04-22. Fields that are not on that page are marked "newer than the page".',
].join('\n');

function sectionText({ heading, places }: Section, hasRules: boolean): string {
  const [first] = places;
  const paths = places.map(({ path }) => path).filter((path) => path !== '');
  const { oneOf } = first!.group;
  const rows = first!.fields.map((field, at) => {
    const all = places.map(({ fields }) => fields[at]!);
    const cells = fieldCells(field, all, first!.group);
    return hasRules ? [...cells, rulesText(all)] : cells;
  });
  return [
    `### ${heading}`,
    paths.length > 0 && `Used at ${paths.map(code).join(', ')}.`,
    oneOf && `Exactly one of ${oneOf.map(code).join(', ')} is set.`,
    tableOf([...COLUMNS, ...(hasRules ? ['Rules'] : [])], rows),
  ]
    .filter((part) => typeof part === 'string')
    .join('\n\n');
}

const COLUMNS = [
  'Path',
  'Label',
  'Type',
  'Required',
  'Limits',
  'Unit',
  'Default',
  'Edition',
  'Generation',
  'Table',
];

function fieldCells({ spec }: FieldPlace, all: readonly FieldPlace[], group: GroupSpec): string[] {
  const either = (values: readonly (string | undefined)[]) =>
    values.every((value) => value === values[0]) ? (values[0] ?? '') : '';
  return [
    all.map(({ path }) => code(path)).join('<br>'),
    labelOf(all.map((place) => place.spec)),
    typeOf(spec),
    spec.required ? 'yes' : '',
    limitsOf(spec),
    'unit' in spec && spec.unit ? plain(spec.unit.en) : '',
    spec.assumed === undefined ? '' : code(spec.assumed),
    either(all.map(({ edition }) => edition)),
    either(all.map(({ generation }) => generation)),
    // The table of an object or a list is that of its type, but its row is in the table of the group.
    spec.table === undefined ? 'newer than the page' : String(group.table),
  ];
}

/** The label in both languages and the help, for each distinct label of the field. */
function labelOf(specs: readonly FieldSpec[]): string {
  const words = specs.map(({ label, help }) => {
    const name = `${plain(label.en)} / ${plain(label.zh)}`;
    return help ? `${name}<br>${plain(help.en)}` : name;
  });
  return [...new Set(words)].join('<br>');
}

function typeOf(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'text':
    case 'choice':
      return 'string';
    case 'amount':
      return 'string, a decimal';
    case 'integer':
      return 'integer';
    case 'flag':
      return 'boolean';
    case 'strings':
      return 'array of strings';
    case 'entries':
      return 'object of strings';
    case 'rows':
      return `array of ${linkTo(spec.row)}`;
    case 'group':
      return linkTo(spec);
  }
}

function linkTo(group: GroupSpec): string {
  return `[${plain(group.name)}](#${anchorOf(headingOf(group))})`;
}

function limitsOf(spec: FieldSpec): string {
  const limit = 'limit' in spec && spec.limit ? plain(spec.limit.en) : ownLimit(spec);
  const minimum = spec.kind === 'rows' && spec.minItems ? `at least ${spec.minItems}` : '';
  const absent = spec.takesNull ? 'null counts as absent' : '';
  const text = [limit, minimum, absent].filter((part) => part !== '').join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The limits of a spec without a limit text. */
function ownLimit(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'text':
      return spec.minLength > 0 ? 'not empty' : '';
    case 'choice': {
      const words = spec.options.map(({ value, generation }) =>
        generation ? `${code(value)} (${generation})` : code(value),
      );
      return [...words, ...(spec.allowsEmpty ? ['or empty'] : [])].join(', ');
    }
    case 'strings':
      return spec.refusesEmptyItems ? 'no empty entries' : '';
    default:
      return '';
  }
}

function rulesText(all: readonly FieldPlace[]): string {
  const words = rulesOf(all).map(({ id, only }) => {
    if (only === undefined) return id;
    return only === 'containers' ? `${id} (not in init containers)` : `${id} (in init containers)`;
  });
  return [...new Set(words)].toSorted().join(', ');
}

function rulesTable(): string {
  const said = new Set(
    generations.flatMap((generation) => rulesBySchema(generation).said.map(({ id }) => id)),
  );
  return tableOf(
    ['Rule', 'Requirement', 'Severity', 'Basis', 'Source', 'Generation', 'In JSON Schema'],
    rules.map((rule) => [
      rule.id,
      `${plain(rule.title.en)}<br>${plain(rule.title.zh)}`,
      rule.severity,
      rule.basis,
      rule.source,
      rule.generation ?? '',
      said.has(rule.id) ? 'yes' : 'no',
    ]),
  );
}
