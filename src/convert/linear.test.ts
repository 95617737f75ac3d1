/** The work grows with the length of the input, measured in processor time of this process, not by the clock. */
import { expect, test } from 'vitest';
import { convert } from './convert.ts';
import type { Kind } from './request/kinds.ts';

const many = (count: number, line: (at: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);

const TRIES = 8;

/** A text of a kind with so many values. */
const texts: Readonly<Record<string, { kind: Kind; text: (count: number) => string }>> = {
  'a body': {
    kind: 'ief',
    text: (count) =>
      `{"name":"a","node_ids":[],"deployment":{"template":{"containers":[{"name":"a","image_url":"b","envs":[${many(count, (index) => `{"name":"V${index}","value":"${index}"}`, ',')}]}]}}}`,
  },
  'a manifest in JSON': {
    kind: 'kubernetes',
    text: (count) =>
      `{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"env":[${many(count, (index) => `{"name":"V${index}","value":"${index}"}`, ',')}]}]}}`,
  },
  'a manifest in YAML': {
    kind: 'kubernetes',
    text: (count) =>
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - env:\n${many(count, (index) => `    - name: V${index}\n      value: x`)}`,
  },
  'a configmap and what refers to it': {
    kind: 'kubernetes',
    text: (count) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${many(count, (index) => `  K${index}: x`)}\n---\napiVersion: v1\nkind: Pod\nspec: {containers: [{envFrom: [{configMapRef: {name: c}}]}]}`,
  },
  'many keys': {
    kind: 'ief',
    text: (count) => `{"name":"a","node_ids":[],${many(count, (index) => `"k${index}":1`, ',')}}`,
  },
  'a compose file': {
    kind: 'compose',
    text: (count) =>
      `services:\n  a:\n    image: a\n    environment:\n${many(count, (index) => `      V${index}: $X`)}`,
  },
  'a variable in braces': {
    kind: 'compose',
    text: (count) => `services: {a: {image: "${'${A:-'.repeat(count)}"}}`,
  },
  'a run line': {
    kind: 'docker-run',
    text: (count) =>
      `docker run ${many(count, (index) => `-e V${index}='x y' -v /a:/b${index}`, ' \\\n')} app`,
  },
  'one long argument': {
    kind: 'docker-run',
    text: (count) => `docker run app "${'x "'.repeat(count)}`,
  },
  'a curl command': {
    kind: 'curl',
    text: (count) =>
      `curl x -d '{"name":"a","node_ids":[],"l":[${many(count, (at) => String(at), ',')}]}'`,
  },
  'open here-documents': {
    kind: 'curl',
    text: (count) =>
      `${'a $(cat <<E\n$x '.repeat(count)}\nE\ncurl x -d '{"name":"a","node_ids":[]}'`,
  },
  'mounts of one path': {
    kind: 'compose',
    text: (count) =>
      `services:\n  a:\n    image: a\n    volumes:\n${many(count, (index) => `      - /a${index}:/b`)}`,
  },
  'an env file': { kind: 'env', text: (count) => many(count, (index) => `V${index}="x"`) },
  'an inspected container': {
    kind: 'docker-inspect',
    text: (count) =>
      `[{"Config":{"Env":[${many(count, (index) => `"V${index}=1"`, ',')}]},"HostConfig":{}}]`,
  },
};

function cost(text: string, from: Kind): number {
  let least = Infinity;
  for (let round = 0; round < 2; round++) {
    const begin = process.cpuUsage();
    convert({ text, from });
    const { user, system } = process.cpuUsage(begin);
    least = Math.min(least, user + system);
  }
  return least;
}

test.each(Object.keys(texts))(
  '%s: eight times the input is far less than 64 times the work',
  (name) => {
    const { kind, text } = texts[name]!;
    cost(text(200), kind);
    // Linear is 8, quadratic 64; small figures are noise. A loaded machine is slow now and then, also by the time of the
    // processor; code that is not linear is slow every time.
    let excess = Infinity;
    for (let index = 0; index < TRIES && excess >= 1; index++) {
      const limit = Math.max(24 * cost(text(250), kind), 40_000);
      excess = Math.min(excess, cost(text(2000), kind) / limit);
    }
    expect(excess).toBeLessThan(1);
  },
);
