import type { Language } from '#src/domain/core/text.ts';
import { foreignLine } from '#src/domain/core/characters/foreign-text.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { quoteShell } from '../export/quoting/quote-shell.ts';
import { scriptWords } from './node-check-words.ts';
import { nodeFacts, type NodeFacts } from './node-facts.ts';
import { scriptFunctions } from './script-functions.ts';

interface ScriptOptions {
  readonly language: Language;
  /** Milliseconds since 1970: the clock of the node must not be behind it. */
  readonly now: number;
}

/**
 * A script for the shell of the node (POSIX sh) that checks whether the node has what a body needs. It only reads, prints
 * one line per check (`ok`, `warn`, `fail` or `skip`), and exits with 1 if a check failed. Every value of the body in it
 * is quoted.
 */
export function nodeCheckScript(body: Json, { language, now }: ScriptOptions): string {
  const facts = nodeFacts(body);
  const name = getIn(body, ['name']);
  const words = Object.entries(scriptWords).map(
    ([key, text]) => `w_${key}=${quoteShell(text[language])}`,
  );
  const title = typeof name === 'string' ? foreignLine(name) : '';
  return [
    '#!/bin/sh',
    `# ${scriptWords.title[language]} ${commentOf(title)}`,
    `# ${scriptWords.help[language]}`,
    'set -u',
    'LC_ALL=C',
    'export LC_ALL',
    ...words,
    scriptFunctions,
    ...checksOf(facts, now),
    'exit "$failed"',
    '',
  ].join('\n');
}

/** The number of lines that the script prints. */
export function countChecks(body: Json): number {
  return checksOf(nodeFacts(body), 0).length;
}

/** One call for each check. */
function checksOf(facts: NodeFacts, now: number): readonly string[] {
  const { imageHosts, objectHosts, ports, paths } = facts;
  return [
    `check_architecture ${quoteShell(facts.architectures.join(' '))}`,
    `check_cpu ${quoteShell(toNumber(facts.cpu))}`,
    `check_memory ${quoteShell(toNumber(Math.ceil(facts.memoryMb)))}`,
    'check_disk',
    `check_clock ${quoteShell(toNumber(Math.floor(now / 1000)))}`,
    'check_engine',
    ...imageHosts.map((host) => `check_host "$w_imageStore" ${quoteShell(host)}`),
    ...objectHosts.map((host) => `check_host "$w_objectStore" ${quoteShell(host)}`),
    ...ports.map(
      ({ protocol, min, max }) =>
        `check_port ${protocol} ${quoteShell(`${min}`)} ${quoteShell(`${max}`)}`,
    ),
    ...paths.map(
      ({ path, shown, isDevice }) =>
        `${isDevice ? 'check_device' : 'check_path'} ${quoteShell(path)} ${quoteShell(shown)}`,
    ),
    ...(facts.needsGpu ? ['check_gpu'] : []),
    ...(facts.needsNpu ? ['check_npu'] : []),
  ];
}

/** Without an exponent, which the shell cannot compare. */
function toNumber(value: number): string {
  return Number.isFinite(value) ? String(Math.min(value, Number.MAX_SAFE_INTEGER)) : '0';
}

/** A text inside a comment: one line, which ends before anything that could continue it. */
function commentOf(text: string): string {
  return text.replaceAll(/[\r\n\0\\]/g, ' ');
}
