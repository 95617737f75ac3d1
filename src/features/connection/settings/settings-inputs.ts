import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { generations } from '#src/domain/core/context.ts';
import type { Session } from '#src/client/session/session.ts';
import { needsToken, type Target } from '#src/client/targets/targets.ts';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { pasteFields } from '../paste/check-paste.ts';
import {
  expiryCheck,
  toSessionToken,
  tokenShape,
  toTokenInputs,
  type TokenInputs,
} from '../token/token-inputs.ts';

export type SettingsInputs = TokenInputs &
  Pick<Session, 'targetId' | 'projectId' | 'edition' | 'generation' | 'instanceId' | 'fault'>;

export function toSettingsInputs(session: Session): SettingsInputs {
  const { targetId, projectId, edition, generation, instanceId, fault } = session;
  const place = { targetId, projectId, edition, generation, instanceId, fault };
  return { ...place, ...toTokenInputs(session) };
}

/** True if the settings of the target include the user's token. */
export function takesToken(target: Target | undefined): boolean {
  return target?.kind === 'live' && needsToken(target);
}

/** True if the inputs or the configuration of the target select the platinum edition. */
export function isPlatinum(inputs: Pick<Session, 'edition'>, target: Target | undefined): boolean {
  return inputs.edition === 'platinum' || target?.edition === 'platinum';
}

/** The session that the inputs describe. A token is kept only for the target that it was entered for. */
export function toSession(
  session: Session,
  inputs: SettingsInputs,
  target: Target | undefined,
): Session {
  const { targetId, projectId, generation, instanceId, fault, offsetMs } = inputs;
  const noToken = { token: '', tokenExpiresAt: undefined, removedToken: undefined };
  return {
    ...session,
    targetId,
    projectId: target?.projectId ?? projectId,
    edition: isPlatinum(inputs, target) ? 'platinum' : 'professional',
    generation,
    instanceId,
    fault: target?.kind === 'mock' ? fault : '',
    clockOffsetMs: offsetMs === 0 ? undefined : offsetMs,
    ...(takesToken(target) ? toSessionToken(inputs) : noToken),
  };
}

/** The schema for the settings of a target. Inputs that the form does not show for it are not validated. */
function settingsSchema(inputs: SettingsInputs, target: Target | undefined) {
  const { projectId, instanceId } = pasteFields;
  const mayBeEmpty = target?.kind === 'mock';
  const isInstanceShown = isPlatinum(inputs, target) && target?.edition !== 'platinum';
  const shape = {
    targetId: z.string(),
    projectId:
      target?.projectId === undefined
        ? z.string().check(z.regex(projectId.pattern, 'connection.projectWrong'))
        : z.string(),
    edition: z.enum(['professional', 'platinum']),
    generation: z.enum(generations),
    instanceId: isInstanceShown
      ? z.string().check(
          z.refine((text) => (mayBeEmpty && text === '') || instanceId.pattern.test(text), {
            error: 'connection.instanceWrong',
          }),
        )
      : z.string(),
    fault: z.string(),
  };
  if (takesToken(target))
    return z.object({ ...shape, ...tokenShape({ isRequired: false }) }).check(expiryCheck());
  const { source, offsetMs } = tokenShape({ isRequired: false });
  return z.object({ ...shape, token: z.string(), until: z.string(), source, offsetMs });
}

/** Validates the settings for the target that they select. */
export function settingsResolver(targets: readonly Target[]) {
  return (...[inputs, context, options]: Parameters<Resolver<SettingsInputs>>) => {
    const target = targets.find(({ id }) => id === inputs.targetId);
    return formResolver(settingsSchema(inputs, target))(inputs, context, options);
  };
}
