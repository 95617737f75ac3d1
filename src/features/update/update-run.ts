import { errorFacts } from '#src/client/http/error-facts.ts';
import { isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import { recordedError } from '#src/client/requests/request-error.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { diffDocuments } from '#src/convert/diff/diff-documents.ts';
import { contradictionsOf } from '#src/convert/merge/compare-sent.ts';
import { mergeDocuments, type Side } from '#src/convert/merge/merge-documents.ts';
import { documentText } from '#src/document/document-text.ts';
import { createListeners } from '#src/document/listeners.ts';
import { updateBodyOf } from '#src/domain/api/record-document.ts';
import { POLLS_MS } from '#src/domain/lookup/poll-times.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';
import type { UpdateDeps, UpdateStage, UpdateSubject, UpdateView } from './update-view.ts';

/** Sends updates of one deployment, one at a time. */
export class UpdateRun {
  private state: UpdateView;
  private readonly listeners = createListeners();
  private readonly subject: UpdateSubject;
  private readonly deps: UpdateDeps;
  private stop = new AbortController();
  private isEnded = false;
  /** The last update whose outcome is not known: the live object may include it. */
  private unresolved: SentRequest | undefined;

  /** `unresolved`: an update that an earlier visit sent, and whose outcome is not known. */
  constructor(
    base: JsonObject,
    subject: UpdateSubject,
    deps: UpdateDeps,
    unresolved?: SentRequest,
  ) {
    this.unresolved = unresolved;
    this.subject = subject;
    this.deps = deps;
    this.state = {
      now: { stage: 'idle' },
      base,
      taken: undefined,
      chosen: new Map(),
      isUnrecorded: false,
    };
  }

  readonly view = (): UpdateView => this.state;

  readonly subscribe = (listener: () => void): (() => void) => this.listeners.subscribe(listener);

  /** Stops looking; a request under way goes on. */
  end(): void {
    this.isEnded = true;
  }

  /**
   * Reads the live object again, merges, and sends the update. `isSendable` says whether a document that was merged with
   * changes of others may be sent without another look.
   */
  async submit(isSendable: () => boolean): Promise<void> {
    if (this.isBusy()) return;
    const live = await this.readLive();
    if (live === undefined) return;
    const own = this.ownUpdateIn(live);
    if (!this.mergeLive(live)) return;
    if (own) await this.settle({ ...own, endedAt: this.deps.now(), outcome: 'done' });
    const { base, taken } = this.state;
    if (taken && !isSendable()) return this.show({ stage: 'merged' });
    if (diffDocuments(updateBodyOf(base), this.body()).length > 0) return this.send();
    this.show(
      own
        ? { stage: 'updated', requestId: own.requestId, differences: [] }
        : { stage: 'unchanged' },
    );
  }

  /** Chooses the side of a conflict. */
  choose(key: string, side: Side): void {
    this.change({ chosen: new Map([...this.state.chosen, [key, side]]) });
  }

  /** Stops waiting for the response and looks at the live object instead. */
  stopWaiting(): void {
    this.stop.abort();
  }

  /** Looks for the outcome of a request that an earlier visit sent. */
  async lookAgain(request: SentRequest): Promise<void> {
    if (!this.isBusy()) await this.lookUp(request, undefined);
  }

  isBusy(): boolean {
    return ['reading', 'sending', 'lookingUp'].includes(this.state.now.stage);
  }

  private show(now: UpdateStage): void {
    this.change({ now });
  }

  private change(change: Partial<UpdateView>): void {
    this.state = { ...this.state, ...change };
    this.listeners.notify();
  }

  private body(): JsonObject {
    return updateBodyOf(this.subject.document(), this.state.base);
  }

  private async readLive(): Promise<JsonObject | undefined> {
    this.show({ stage: 'reading' });
    try {
      const live = await this.deps.read();
      if (live === undefined) this.show({ stage: 'gone', wasSent: false });
      return live;
    } catch (error) {
      this.show({ stage: 'unread', error: errorFacts(error) });
      return undefined;
    }
  }

  /** Includes what others changed since the base was read. False if the user has to decide something first. */
  mergeLive(live: JsonObject): boolean {
    const { chosen } = this.state;
    const own = this.ownUpdateIn(live);
    // An update of the user that took effect is no change of others.
    const base = own ? sentDocument(own) : this.state.base;
    if (isSame(this.state.base, live)) {
      this.change({ taken: undefined });
      return true;
    }
    const before = asObject(this.subject.document());
    const merge = mergeDocuments(base, before, live, chosen);
    const open = merge.conflicts.filter(({ key }) => !chosen.has(key));
    if (open.length > 0) {
      this.show({ stage: 'conflicts', conflicts: merge.conflicts });
      return false;
    }
    const after = asObject(merge.document);
    const hasTaken = own === undefined && !isSame(before, after);
    this.change({
      base: live,
      taken: hasTaken ? { before, after } : undefined,
      chosen: new Map(),
    });
    this.subject.rebase(after, (document) =>
      asObject(mergeDocuments(base, document, live, chosen).document),
    );
    return true;
  }

  /** The update of unknown outcome, if the live object shows that it took effect. */
  private ownUpdateIn(live: JsonObject): SentRequest | undefined {
    return this.unresolved && isDone(this.unresolved, live) ? this.unresolved : undefined;
  }

  /** Records how an update ended. */
  private async settle(request: SentRequest): Promise<void> {
    this.unresolved = request.outcome === 'unknown' ? request : undefined;
    await this.record(request);
  }

  private async send(): Promise<void> {
    const { place, deploymentId, name } = this.subject;
    const body = documentText(this.body());
    const sentAt = this.deps.now();
    const request: SentRequest = {
      version: 1,
      key: this.deps.newKey(),
      action: 'update',
      place,
      deploymentId,
      name,
      body,
      before: this.state.base,
      sentAt,
      outcome: 'sent',
    };
    this.show({ stage: 'sending', sentAt });
    await this.record(request);
    this.stop = new AbortController();
    try {
      const { status, requestId } = await this.deps.send(body, this.stop.signal);
      await this.finish({ ...request, status, ...(requestId !== undefined && { requestId }) });
    } catch (error) {
      if (isClientError(error) && !isOutcomeUnknown(error)) await this.reject(request, error);
      else await this.lookUp(request, error);
    }
  }

  private async record(request: SentRequest): Promise<void> {
    try {
      await this.deps.store(request);
      this.change({ isUnrecorded: false });
    } catch {
      this.change({ isUnrecorded: true });
    }
  }

  private async reject(request: SentRequest, error: unknown): Promise<void> {
    await this.settle({
      ...request,
      ...recordedError(error),
      endedAt: this.deps.now(),
      outcome: 'notDone',
    });
    this.show({ stage: 'rejected', error: errorFacts(error) });
  }

  /** The service accepted the update: reads it back and compares. */
  private async finish(request: SentRequest): Promise<void> {
    await this.settle({ ...request, endedAt: this.deps.now(), outcome: 'done' });
    let live: JsonObject | undefined;
    try {
      live = await this.deps.read();
    } catch {
      // The update is done; only the comparison is missing.
    }
    const sent = JSON.parse(request.body) as JsonObject;
    const differences = live && contradictionsOf(sent, live, request.before);
    // Edits since then stay.
    const isUnedited = documentText(this.body()) === request.body;
    if (live) {
      const now = this.subject.document();
      this.change({ base: live });
      if (differences?.length === 0)
        this.subject.adopt(
          isUnedited ? live : asObject(mergeDocuments(sentDocument(request), now, live).document),
        );
    }
    this.show({ stage: 'updated', requestId: request.requestId, differences });
  }

  /** Finds out whether an update was done, from the live object only. */
  private async lookUp(request: SentRequest, error: unknown): Promise<void> {
    this.show({ stage: 'lookingUp' });
    this.unresolved = request;
    await this.record({ ...request, ...recordedError(error), outcome: 'sent' });
    const endedAt = this.deps.now();
    let live: JsonObject | undefined;
    let lastError: unknown = error;
    for (const at of POLLS_MS) {
      await this.deps.wait(Math.max(0, endedAt + at - this.deps.now()));
      if (this.isEnded) return;
      try {
        live = await this.deps.read();
      } catch (failure) {
        live = undefined;
        lastError = failure;
        continue;
      }
      if (live === undefined) {
        await this.settle({ ...request, endedAt: this.deps.now(), outcome: 'unknown' });
        return this.show({ stage: 'gone', wasSent: true });
      }
      if (isDone(request, live)) return this.finish(request);
    }
    await this.conclude(request, live, lastError);
  }

  /** The last look found something else than what was sent. */
  private async conclude(
    request: SentRequest,
    live: JsonObject | undefined,
    error: unknown,
  ): Promise<void> {
    const endedAt = this.deps.now();
    const isAsBefore = live !== undefined && isSame(request.before ?? {}, live);
    await this.settle({
      ...request,
      ...recordedError(error),
      endedAt,
      outcome: isAsBefore ? 'notDone' : 'unknown',
    });
    if (isAsBefore) return this.show({ stage: 'notDone' });
    const sent = JSON.parse(request.body) as JsonObject;
    this.show({
      stage: 'unknown',
      differences: live === undefined ? [] : contradictionsOf(sent, live, request.before),
    });
  }
}

/** True if the live object is what an update sent, and not as it was before. */
function isDone({ body, before = {} }: SentRequest, live: JsonObject): boolean {
  const sent = JSON.parse(body) as JsonObject;
  return !isSame(before, live) && contradictionsOf(sent, live, before).length === 0;
}

/** The whole document that an update asked for. */
function sentDocument({ body, before }: SentRequest): JsonObject {
  return { ...before, ...(JSON.parse(body) as JsonObject) };
}

function isSame(a: JsonObject, b: JsonObject): boolean {
  return diffDocuments(a, b).length === 0;
}
