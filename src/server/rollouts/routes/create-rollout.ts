import { FORBIDDEN_KEY } from '#src/domain/core/json-text/forbidden-keys.ts';
import { asObject } from '#src/json/value.ts';
import { hasDuplicateKeys } from '#src/server/http/body/duplicate-keys.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { MAX_ROLLOUT_BYTES, readBody } from '#src/server/http/body/read-body.ts';
import type { JsonLimits } from '#src/server/http/body/scan-json.ts';
import { createTurns } from '#src/server/http/body/take-turns.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { readRollout } from '#src/domain/rollout/read-rollout.ts';
import { NamesTaken } from '#src/server/rollouts/rows/insert-rollout.ts';
import { requireRoom } from './change-rollout.ts';
import type { RolloutCaller } from './rollout-access.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';
import { viewProblem, type ShownProblem } from './rollout-views.ts';
import { storeAndStart } from './store-and-start.ts';

/** Enough for 10,000 rows with 20 keys each. Half a million keys take the process a second. */
const limits: JsonLimits = { depth: 64, values: 250_000, keys: 250_000 };
/** How long rows are checked before other requests get their turn, in milliseconds. */
const CHECK_MS = 10;

/** The token can only be checked afterwards, because the body names the target: anyone can send such bodies. */
const parseInTurn = createTurns();

const PROJECT_ID = /^[0-9a-f]{32}$/i;
const INSTANCE_ID = /^[A-Za-z0-9-]{1,64}$/;

/** Reads a JSON body. Throws HttpProblem payload_too_large or not_json. */
export async function readRolloutJson(
  request: Request,
  arrived: () => void,
  maxBytes = MAX_ROLLOUT_BYTES,
): Promise<unknown> {
  const read = await readBody(request, maxBytes);
  arrived();
  if (read.kind === 'oversized') {
    throw new HttpProblem(
      'BUILDER.payload_too_large',
      `The body is larger than ${maxBytes / 1024} KiB.`,
      { headers: read.drained ? {} : { connection: 'close' } },
    );
  }
  return parseInTurn(() => {
    const json = parseJson(read.bytes, { limits, forbiddenKey: FORBIDDEN_KEY });
    if (!json.ok)
      throw new HttpProblem('BUILDER.not_json', 'The body is not JSON within the limits.');
    if (hasDuplicateKeys(json)) {
      throw new HttpProblem('BUILDER.not_json', 'The body repeats a key.');
    }
    return json.value;
  });
}

/** Checks and stores a rollout and starts it. Returns its ID, or why it is refused; then nothing was stored. */
export async function createRollout(
  service: RolloutService,
  caller: RolloutCaller,
  json: unknown,
): Promise<{ readonly id: string } | { readonly problems: readonly ShownProblem[] }> {
  const place = readPlace(service, json);
  if ('problem' in place) return { problems: [place.problem] };
  const token = await caller.prove(place);
  const { generation } = asObject(json);
  const target = service.targets.find(({ id }) => id === place.target);
  const isPlatinum = (target?.instanceId ?? place.instanceId) !== '';
  const reading = await readRollout(json, {
    edition: isPlatinum ? 'platinum' : 'professional',
    generation: generation === '2025' ? generation : undefined,
    breathe: createBreath(service.clock.elapsed),
  });
  if (reading.problems !== undefined) return { problems: reading.problems.map(viewProblem) };
  await requireRoom(service, place.target);
  const { rollout } = reading;
  try {
    const id = await storeAndStart(service, place, token, () =>
      Promise.resolve({
        ...rollout,
        generation: generation === '2025' ? generation : undefined,
        body: rollout.body === undefined ? null : JSON.stringify(rollout.body),
      }),
    );
    return { id };
  } catch (error) {
    if (error instanceof NamesTaken) return { problems: namesTaken(error, rollout.rows) };
    throw error;
  }
}

/** Lets other requests have their turn once the time is up. */
function createBreath(elapsed: () => number): () => Promise<void> {
  let until = elapsed() + CHECK_MS;
  return async () => {
    if (elapsed() < until) return;
    await new Promise((resolve) => setImmediate(resolve));
    until = elapsed() + CHECK_MS;
  };
}

function namesTaken(
  { claimed }: NamesTaken,
  rows: readonly { readonly subject: string; readonly name: string }[],
): readonly ShownProblem[] {
  const byName = new Map(
    rows.flatMap(({ subject, name }) => [
      [`name ${name}`, subject],
      [`id ${subject}`, subject],
    ]),
  );
  return claimed.slice(0, 100).map((name) => ({
    id: byName.get(name) ?? '',
    message: 'An unfinished rollout of this project already has this name or deployment.',
  }));
}

/** The place that a request names, if the target is configured and not bound to another one. */
function readPlace(
  { targets }: RolloutService,
  json: unknown,
): TargetPlace | { readonly problem: ShownProblem } {
  const { target: id, projectId, instanceId = '' } = asObject(json);
  const refuse = (path: string, message: string) => ({ problem: { path, message } });
  const target = targets.find((target) => target.id === id);
  if (target === undefined) return refuse('/target', 'No target with this ID is configured.');
  if (typeof projectId !== 'string' || !PROJECT_ID.test(projectId)) {
    return refuse('/projectId', 'A project ID must have 32 hexadecimal digits.');
  }
  const isOther =
    target.projectId !== null && target.projectId.toLowerCase() !== projectId.toLowerCase();
  if (isOther) return refuse('/projectId', 'The target is bound to another project.');
  if (typeof instanceId !== 'string' || (instanceId !== '' && !INSTANCE_ID.test(instanceId))) {
    return refuse('/instanceId', 'An instance ID must be 1 to 64 letters, digits and hyphens.');
  }
  if (target.instanceId !== null && instanceId !== '' && instanceId !== target.instanceId) {
    return refuse('/instanceId', 'The target is bound to another instance.');
  }
  return {
    target: target.id,
    projectId: projectId.toLowerCase(),
    instanceId: target.instanceId ?? instanceId,
  };
}
