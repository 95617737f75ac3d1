import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureActions } from './actions.ts';
import type { Sample, ScriptBytes } from './samples.ts';
import type { Served } from './servers.ts';
import { mebibyte, type Size } from '../sizes.ts';
import { isOwn, subjectNames, type SubjectName } from '../subjects.ts';
import { measureTyping, type TypingPlan } from './typing.ts';
import { focusField, load, NotFinished, visiting } from './visit.ts';

/** Where the pages are, and the browser to open them with. */
export interface Scene {
  readonly executablePath: string;
  readonly served: Partial<Record<SubjectName, Served>>;
  readonly say: (line: string) => void;
}

/** The time limit of one visit, milliseconds; a form generator with a large document gets more. */
const LIMIT_MS = 120_000;
const HEAVY_LIMIT_MS = 240_000;

const fullPlan: TypingPlan = { fastGroups: 6, pausedPairs: 4, slowedKeys: 20, rushedKeys: 45 };
const peerPlan: TypingPlan = { fastGroups: 4, pausedPairs: 3, rushedKeys: 45 };
/** For pages that are slow per letter. */
const slowPlan: TypingPlan = { fastGroups: 2, pausedPairs: 1 };

const isHeavy = (subject: SubjectName, size: Size) =>
  !isOwn(subject) && subject !== 'bare' && size.containers >= 20;

function planOf(subject: SubjectName, size: Size): TypingPlan {
  if (isOwn(subject) || subject === 'bare') return fullPlan;
  return isHeavy(subject, size) ? slowPlan : peerPlan;
}

/**
 * One round over all sizes and pages. The pages of a size run one after the other, starting with a different one each
 * round, so that other load on the machine affects all. The form generators get large documents only in the first
 * round: each visit takes minutes.
 */
export async function runRound(
  scene: Scene,
  round: number,
  { pages, sizes }: { pages: readonly SubjectName[]; sizes: readonly Size[] },
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const size of sizes) {
    for (const [at] of pages.entries()) {
      const subject = pages[(at + round) % pages.length]!;
      // The largest document is only for loading, and only for our page.
      const loadOnly = size === mebibyte;
      if ((loadOnly && !isOwn(subject)) || (round > 0 && isHeavy(subject, size))) continue;
      samples.push(await visitOnce(scene, { round, size, subject, loadOnly }));
    }
  }
  return samples;
}

/** One visit: load, type and, on our own page, all other actions. */
export async function visitOnce(
  scene: Scene,
  what: { round: number; size: Size; subject: SubjectName; loadOnly?: boolean; plan?: TypingPlan },
): Promise<Sample> {
  const { round, size, subject, loadOnly = false, plan = planOf(subject, size) } = what;
  const { executablePath, served, say } = scene;
  const place = served[subject];
  if (place === undefined) throw new Error(`${subject} is not served`);
  const sample: { -readonly [K in keyof Sample]: Sample[K] } = { round, size: size.name, subject };
  let at = 'loading';
  try {
    const limitMs = isHeavy(subject, size) ? HEAVY_LIMIT_MS : LIMIT_MS;
    await visiting({ executablePath, served: place, limitMs }, async (visit) => {
      sample.loading = await load(visit, subject, size);
      if (loadOnly) return;
      at = 'typing';
      const field = await focusField(visit, subject, size);
      sample.typing = await measureTyping(visit, field, plan);
      if (!isOwn(subject) || what.plan) return;
      at = 'actions';
      sample.actions = await measureActions(visit, size);
    });
  } catch (error) {
    if (!(error instanceof NotFinished)) throw error;
    sample.gaveUp = { seconds: error.limitMs / 1000, at };
  }
  const { loading, typing, gaveUp } = sample;
  const ms = (value: number | undefined) => (value === undefined ? '-' : `${value.toFixed(1)} ms`);
  const mean = typing && typing.fast.reduce((sum, one) => sum + one, 0) / typing.fast.length;
  say(
    `round ${round + 1}  ${size.name.padEnd(7)} ${subject.padEnd(10)} editable ${ms(loading?.editable).padStart(11)}  a key ${ms(mean).padStart(10)}, ${ms(typing?.task)} with waiting${gaveUp ? `  not finished in ${gaveUp.seconds} s (${gaveUp.at})` : ''}`,
  );
  return sample;
}

/** The size of the scripts that a page requested before its first field appeared. */
export function weighScripts(scene: Scene, samples: readonly Sample[]): ScriptBytes {
  const bytes: ScriptBytes = {};
  for (const name of subjectNames) {
    const scripts = samples.find(({ subject, loading }) => subject === name && loading)?.loading
      ?.scripts;
    const folder = scene.served[name]?.folder;
    if (scripts === undefined || folder === undefined) continue;
    bytes[name] = scripts.reduce((sum, path) => sum + weigh(join(folder, path)), 0);
  }
  return bytes;
}

/** The transferred size of a file, bytes. */
export function weigh(path: string): number {
  for (const one of [`${path}.br`, path]) {
    try {
      return readFileSync(one).length;
    } catch {
      // Too small to be worth compressing.
    }
  }
  return 0;
}
