import type { Language } from '#src/domain/core/text.ts';
import { createLines } from '#src/domain/core/json-text/text-lines.ts';
import { asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import { ConfigError, type Environment } from '#src/server/config/environment.ts';
import { isToken } from '#src/server/proxy/upstream-headers.ts';
import { readRolloutJson } from '#src/server/rollouts/routes/create-rollout.ts';
import { viewRow, type ShownProblem } from '#src/server/rollouts/routes/rollout-views.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { parseJsonText } from '#src/cli/validate/json-text.ts';
import { faultLine, printable, unspaced } from '../program/message-line.ts';
import { inputName, readInput } from '../program/read-input.ts';
import { readOptions, type ProgramCommand, type UsageError } from '../program/read-options.ts';
import { runProgram, type ExitCode, type ProgramContext } from '../program/run-program.ts';
import { followRollout, type RolloutReporter } from './follow-rollout.ts';
import { openEngine, type CommandEngine } from './open-engine.ts';
import { changedRows } from './plan-runs.ts';
import {
  engineFailed,
  onePlan,
  planNotObject,
  rolloutHelp,
  rolloutUsage,
  startedAs,
  storeLost,
  storeOff,
  summary,
  tokenInvalid,
  tokenNeeded,
} from './rollout-words.ts';
import { takeUpRollout, type TakenUp } from './take-up.ts';

export const ROLLOUT_PROGRAM = 'ief-rollout';

interface RolloutSettings {
  readonly file: string;
  readonly isNew: boolean;
  readonly asJson: boolean;
  readonly language: Language;
}

/** Runs `ief-rollout`: a line per node to stdout, progress to stderr. */
export async function runRollout(
  args: readonly string[],
  context: ProgramContext,
  env: Environment,
  signal: AbortSignal,
): Promise<ExitCode> {
  const texts = { name: ROLLOUT_PROGRAM, usage: rolloutUsage, help: rolloutHelp };
  return runProgram(readArguments(args), texts, context, (settings) =>
    rollOut(settings, context, env, signal),
  );
}

function readArguments(args: readonly string[]): ProgramCommand<RolloutSettings> {
  const table = { choices: {}, switches: ['again', 'json'] };
  return readOptions(args, table, ({ files, switches, language }): RolloutSettings | UsageError => {
    const [file, second] = files;
    if (file === undefined || second !== undefined) return { usageError: onePlan };
    return { file, isNew: switches.has('again'), asJson: switches.has('json'), language };
  });
}

async function rollOut(
  settings: RolloutSettings,
  context: ProgramContext,
  env: Environment,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { language } = settings;
  const { stderr } = context;
  const refuse = async (text: string): Promise<ExitCode> => {
    await stderr.write(`${text}\n`);
    return 2;
  };
  const say = (text: string) => refuse(`${ROLLOUT_PROGRAM}: ${printable(text)}`);
  const plan = await readPlan(settings, context);
  if (typeof plan === 'string') return refuse(plan);
  let engine: CommandEngine | undefined;
  try {
    const opened = await openEngine(
      env,
      (failure) => void stderr.write(`${engineFailed(failure)[language]}\n`),
    );
    if ('reason' in opened)
      return await say(env.IEF_STORE === 'off' ? storeOff[language] : opened.reason);
    engine = opened;
    const token = env.IEF_TOKEN ?? '';
    const target = engine.service.targets.find(({ id }) => id === plan.target);
    if (target?.auth === 'token' && token === '') {
      return await say(tokenNeeded(target.id)[language]);
    }
    if (target?.auth === 'token' && !isToken(token)) return await say(tokenInvalid[language]);
    const taken = await takeUpRollout(engine, { plan, token, isNew: settings.isNew });
    if ('problems' in taken) return await refuse(problemLines(settings, taken.problems));
    return await report(engine, taken, settings, context, signal);
  } catch (error) {
    if (error instanceof ConfigError) return await say(error.errors.join(`\n${ROLLOUT_PROGRAM}: `));
    if (isRefusal(error)) return await say(error.message);
    if (engine !== undefined) return await say(storeLost[language]);
    throw error;
  } finally {
    await engine?.service.stop().catch(() => undefined);
  }
}

/** The plan, or the line that says what is wrong. */
async function readPlan(
  { file, language }: RolloutSettings,
  context: ProgramContext,
): Promise<JsonObject | string> {
  const name = inputName(file);
  const read = await readInput(file, language, context);
  if ('fault' in read) return faultLine(name, read.fault, language);
  const { text } = read;
  const json = parseJsonText(text);
  if (!('value' in json)) {
    const { offset, message } = json;
    return faultLine(name, { ...createLines(text)(offset), message }, language);
  }
  try {
    // The limits are those of POST /api/rollouts.
    const request = new Request('http://plan', { method: 'POST', body: text });
    const plan = await readRolloutJson(request, () => undefined);
    return isJsonObject(plan) ? plan : `${name}: ${planNotObject[language]}`;
  } catch (error) {
    if (isRefusal(error)) return `${name}: ${error.message}`;
    throw error;
  }
}

async function report(
  engine: CommandEngine,
  { how, record, earlier }: Exclude<TakenUp, { problems: unknown }>,
  settings: RolloutSettings,
  { stdout, stderr }: ProgramContext,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { service } = engine;
  const { language, asJson } = settings;
  const reporter: RolloutReporter = {
    row: (row) => stdout.write(`${asJson ? JSON.stringify(viewRow(row, record)) : rowLine(row)}\n`),
    say: (text) => stderr.write(`${text[language]}\n`),
  };
  await reporter.say(startedAs(how, record.id));
  const settled = await settledEarlier(service.store, earlier, record);
  for (const row of settled) await reporter.row(row);
  const { record: last, rows } = await followRollout(service, record, reporter, signal);
  const all = [...settled, ...rows.values()];
  const ready = all.filter(({ state }) => state === 'ready').length;
  await reporter.say(summary(all.length, ready, last.state, last.reason));
  return ready === all.length ? 0 : 1;
}

/** The rows of earlier runs that the latest one does not repeat. */
async function settledEarlier(
  store: CommandEngine['service']['store'],
  earlier: readonly RolloutRecord[],
  latest: RolloutRecord,
): Promise<readonly RolloutRow[]> {
  const rows = new Map<string, RolloutRow>();
  for (const { id } of earlier) {
    for (const row of await changedRows(store, id, 0)) rows.set(row.subject, row);
  }
  if (rows.size > 0) {
    for (const { subject } of await changedRows(store, latest.id, 0)) rows.delete(subject);
  }
  return [...rows.values()].sort((a, b) => a.position - b.position);
}

function rowLine(row: RolloutRow): string {
  const { state, subject, name, deployment_id: deployment, error_code: code } = row;
  const parts = [state, subject, name === '' ? '-' : name, deployment ?? '-'].map(unspaced);
  const line = parts.join(' ');
  return printable(code === null ? line : `${line}  ${code}: ${row.error_message ?? ''}`);
}

function problemLines({ file }: RolloutSettings, problems: readonly ShownProblem[]): string {
  // A mistake of the body is found in every row, and printed once.
  const found = new Map<string, { problem: ShownProblem; rows: number }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.path, problem.message]);
    found.set(key, { problem, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()]
    .map(({ problem: { id, path, message }, rows }) =>
      printable(
        [`${inputName(file)}:`, rows > 1 ? `${rows} rows:` : id, path, message]
          .filter(Boolean)
          .join(' '),
      ),
    )
    .join('\n');
}

/** A refusal of the engine, whose message is for people. */
function isRefusal(error: unknown): error is Error {
  const { code } = asObject(error);
  return error instanceof Error && typeof code === 'string' && code.startsWith('BUILDER.');
}
