import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { timestampForm } from './api/answers/timestamp.ts';
import { fullBody, newerBody, pathOf, withValue } from './deployment/bodies.testing.ts';
import { validate } from './deployment/validate.ts';

const LENGTH = 50_000;
const MAX_MS = 10;
const TRIES = 8;
/** For 16 times the size, linear code takes 16 times as long, and quadratic code 256 times. */
const MAX_GROWTH = 100;

/** Matches regular expression literals outside comments, but not strings that contain slashes. */
const LITERAL =
  /(?<=[=(,:?>]\s*)\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !/\.(test|testing|fixture)\.ts$/.test(name),
);

/** All regular expressions in the domain, with their files. */
const literals = sources.flatMap((name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll(
    /^\s*(\/\/|\*).*$/gm,
    '',
  );
  return Array.from(text.matchAll(LITERAL), ([literal, body = '', flags = '']) => ({
    where: `${name} ${literal}`,
    regex: new RegExp(body, flags.replace('g', '')),
  }));
});

/** Those, and the one that is composed. */
const expressions = [
  ...literals,
  { where: 'api/timestamp.ts timestampForm', regex: timestampForm.regex },
];

/** Texts that make a bad expression backtrack: long runs, and runs that end with a character that does not match. */
const attacks = [
  'a',
  '-',
  '0',
  '/',
  '.',
  ' ',
  '_',
  'a-',
  '0.',
  '/a',
  '中',
  '\u202e',
  '😀',
  '2020-',
].flatMap((part) => {
  const run = part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);
  return [run, `${run.slice(1)}!`, `${run.slice(1)}\n`, `/${run.slice(1)}\0`];
});

/** The minimum of several runs, in milliseconds of CPU time of this process. */
function bestOf(count: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at++) {
    const begin = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(begin).user / 1000);
  }
  return best;
}

/**
 * Measures until the time is short enough, at most `TRIES` times. A loaded machine is slow occasionally, even
 * in CPU time; code that is not linear is slow every time.
 */
function minimumOf(measure: () => number, limit: number): number {
  let least = measure();
  for (let at = 1; at < TRIES && least >= limit; at++) least = Math.min(least, measure());
  return least;
}

test('the regular expressions of the domain were found', () => {
  const found = expressions.map(({ where }) => where);
  expect(found.length).toBeGreaterThan(15);
  for (const known of [
    'patterns.ts /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/',
    'volumes.rules.ts /^\\/[A-Za',
  ])
    expect(found.some((where) => where.includes(known))).toBe(true);
});

test.each(expressions)(`$where takes under ${MAX_MS} ms on ${LENGTH} characters`, ({ regex }) => {
  for (const attack of attacks) {
    const ms = minimumOf(() => bestOf(3, () => regex.test(attack)), MAX_MS);
    expect([attack.slice(0, 4), attack.slice(-2), ms < MAX_MS]).toEqual([
      attack.slice(0, 4),
      attack.slice(-2),
      true,
    ]);
  }
});

describe('validate takes twice as long for twice the size, not four times as long', () => {
  const container = 'deployment.template.containers.0';
  const row = {
    envs: (at: number) => ({ name: `A${at % 7}`, value: 'x', field_path: 'y' }),
    ports: (at: number) => ({ container_port: at % 5, host_port: 80, host_ip: 'z' }),
    volumes: (at: number) => ({
      name: `v${at % 3}`,
      type: 'emptyDir',
      source: 'x',
      destination: '/',
    }),
    args: (at: number) => `${at}`,
  };
  const makers: [string, (size: number) => unknown][] = [
    ...Object.entries(row).map(([list, make]): [string, (size: number) => unknown] => [
      `rows of ${list}, each with issues`,
      (size) =>
        withValue(
          fullBody,
          pathOf(`${container}.${list}`),
          Array.from({ length: size }, (_, at) => make(at)),
        ),
    ]),
    [
      'tags with the same key',
      (size) =>
        withValue(
          fullBody,
          ['tags'],
          Array.from({ length: size }, () => ({ key: 'a' })),
        ),
    ],
    [
      'containers with the same name',
      (size) =>
        withValue(
          fullBody,
          pathOf('deployment.template.containers'),
          Array.from({ length: size }, () => ({ name: 'a', image_url: 'b' })),
        ),
    ],
    ['characters in every string', (size) => withTexts(newerBody, '-'.repeat(size * 10))],
  ];

  test.each(makers)('%s', (_what, make) => {
    const cost = (size: number) => {
      // New objects each time, because results are cached per container.
      const bodies = Array.from({ length: 5 }, () => structuredClone(make(size)));
      return bestOf(5, () => validate(bodies.pop(), { edition: 'platinum', generation: '2025' }));
    };
    cost(500);
    // Less than a millisecond may be measured as zero.
    const growth = () => cost(8_000) / Math.max(cost(500), 1);
    expect(minimumOf(growth, MAX_GROWTH)).toBeLessThan(MAX_GROWTH);
  });
});

function withTexts(part: unknown, text: string): unknown {
  if (typeof part === 'string') return text;
  if (Array.isArray(part)) return part.map((member) => withTexts(member, text));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, member]) => [key, withTexts(member, text)]),
  );
}
