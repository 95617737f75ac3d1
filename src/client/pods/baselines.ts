import { useSyncExternalStore } from 'react';
import { createListeners } from '#src/document/listeners.ts';
import { takeBaseline, type Baseline } from '#src/domain/health/baseline.ts';
import { ownName } from '../base-path.ts';
import { isClientError, isOutcomeUnknown } from '../http/errors.ts';
import type { Where } from '../session/saved-place.ts';
import { getSession, type Session } from '../session/session.ts';
import { listPods, type PodRecord } from './pods.ts';

const PREFIX = ownName('ief-builder.baseline ');

const { notify, subscribe } = createListeners();

/**
 * Remembers the instances of a deployment before a request that restarts them, for this tab and its reloads. The
 * page of the deployment then judges by what came after it. `expected` is null if the request concerns all of them.
 */
export function rememberBaseline(
  deploymentId: string,
  pods: readonly PodRecord[],
  expected: number | null,
): void {
  const baseline = takeBaseline(pods, Date.now(), expected);
  write(deploymentId, JSON.stringify(baseline));
}

/** Reads the instances and remembers them. Without them there is no baseline, and nothing else fails. */
async function rememberBaselineOf(session: Session, deploymentId: string): Promise<void> {
  const pods = await listPods(session, [deploymentId]).catch(() => undefined);
  if (pods !== undefined) rememberBaseline(deploymentId, pods, null);
}

export function forgetBaseline(deploymentId: string): void {
  write(deploymentId, undefined);
}

/** The baseline of the last such request; undefined if there is none. */
export function rememberedBaseline(deploymentId: string): Baseline | undefined {
  return parseBaseline(read(deploymentId));
}

function parseBaseline(text: string | undefined): Baseline | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Baseline);
}

/** {@link rememberedBaseline}, and renders when it changes. */
export function useBaseline(deploymentId: string): Baseline | undefined {
  return parseBaseline(useSyncExternalStore(subscribe, () => read(deploymentId)));
}

// Texts, so that two reads are equal. The storage may be off or full; then a reload forgets the baseline.
const kept = new Map<string, string | undefined>();

function read(deploymentId: string): string | undefined {
  if (!kept.has(deploymentId)) kept.set(deploymentId, stored(deploymentId));
  return kept.get(deploymentId);
}

function stored(deploymentId: string): string | undefined {
  try {
    return sessionStorage.getItem(PREFIX + deploymentId) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(deploymentId: string, text: string | undefined): void {
  kept.set(deploymentId, text);
  try {
    if (text === undefined) sessionStorage.removeItem(PREFIX + deploymentId);
    else sessionStorage.setItem(PREFIX + deploymentId, text);
  } catch {
    // Kept in memory only.
  }
  notify();
}

/**
 * Sends an update with a baseline: its page then counts only instances that the update started. Without a baseline if
 * the update keeps them, and none stays if the update certainly did not happen.
 */
export async function withBaseline<T>(
  place: Where,
  deploymentId: string,
  keepsInstances: boolean,
  sendUpdate: () => Promise<T>,
): Promise<T> {
  if (keepsInstances) return sendUpdate();
  await rememberBaselineOf({ ...getSession(), ...place }, deploymentId);
  try {
    return await sendUpdate();
  } catch (error) {
    if (isClientError(error) && !isOutcomeUnknown(error)) forgetBaseline(deploymentId);
    throw error;
  }
}
