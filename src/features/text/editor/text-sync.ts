import type { ChangeSet } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { adopt } from '#src/document/adopt.ts';
import { LARGE_DOCUMENT } from '#src/document/document-size.ts';
import { documentText } from '#src/document/document-text.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { History } from '#src/ui/editing/history/history.ts';
import type { IssueStore } from '#src/ui/editing/issues/issue-store.ts';
import { asObject, type Json } from '#src/json/value.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { checkTextFor, type TextCheck } from '../check/check-edited-text.ts';
import { onPendingText, pendingText, setPendingText } from '../pending/pending-text.ts';
import { replaceText } from './replace-text.ts';
import { readChange, type AgreedText } from './read-change.ts';
import { createSquiggles } from './squiggles.ts';

/** The form is updated this long after the last key, milliseconds. */
const PAUSE_MS = 250;
/** If the user types without a pause, the form is updated this often: the draft is saved half a second after it. */
const LONGEST_MS = 400;
/** The same for a large document: reading its text takes as long as several keys. */
const LONGEST_IF_LARGE_MS = 1500;
/** The text follows an edit of the form after this long, so that it does not make typing there slower. */
const FOLLOW_MS = 100;

interface SyncOptions {
  readonly view: EditorView;
  readonly store: DocumentStore;
  readonly issues: IssueStore;
  readonly history: History;
  readonly draftId: string;
  readonly translate: (text: Text) => string;
  /** The text is a document, or why it is none. */
  readonly onCheck: (check: TextCheck) => void;
}

/** Keeps a text and the document equal, as far as the text is one. */
export interface TextSync {
  /** The user has typed. */
  onChange(update: Pick<ViewUpdate, 'changes' | 'startState'>): void;
  /** Reads the text now, without waiting for a pause. */
  flush(): void;
  /** Takes the edits of the form now, before the user types into the text. */
  followNow(): void;
  /** Takes a text that was held back. */
  accept(): void;
  /** Replaces the text by that of the document. */
  restore(): void;
  /** Undoes or redoes in the document; false if the text is not that of the document. */
  travel(direction: 'undo' | 'redo'): boolean;
  stop(): void;
}

export function createTextSync(options: SyncOptions): TextSync {
  return new EditorSync(options);
}

class EditorSync implements TextSync {
  private readonly options: SyncOptions;
  private readonly squiggles: ReturnType<typeof createSquiggles>;
  private readonly pause = createDebounce(
    PAUSE_MS,
    () => this.flush(),
    () => (this.options.view.state.doc.length > LARGE_DOCUMENT ? LONGEST_IF_LARGE_MS : LONGEST_MS),
  );
  private readonly follow = createDebounce(FOLLOW_MS, () => this.catchUp());
  private readonly stops: readonly (() => void)[];
  private check: TextCheck;
  private known: Json;
  private isDirty = false;
  private isTaking = false;
  /** True while an edit of the form is not in the text yet. */
  private isBehind = false;
  /** The last state in which the text was the document, and what was typed since. */
  private typed: { readonly since: AgreedText; readonly changes: ChangeSet } | undefined;

  constructor(options: SyncOptions) {
    this.options = options;
    const { view, store, issues, draftId, translate } = options;
    this.known = store.get();
    const text = view.state.doc.toString();
    // A document from elsewhere may have what no text may add.
    this.check =
      text === documentText(this.known)
        ? { kind: 'fine', document: asObject(this.known) }
        : checkTextFor(store, text);
    this.squiggles = createSquiggles({ view, issues, translate, check: () => this.check });
    const flush = () => this.flush();
    // Before the draft writes its last edits.
    window.addEventListener('pagehide', flush, { capture: true });
    this.stops = [
      store.subscribe(() => {
        // A restored history leaves the document as it is: then an unfinished text stays.
        const isSame = store.get() === this.known;
        this.known = store.get();
        if (this.isTaking || isSame) return;
        this.isBehind = true;
        this.follow.schedule();
      }),
      issues.subscribe(this.squiggles.show),
      onPendingText(() => {
        const isOpen = this.check.kind !== 'fine' && !this.isDirty && !this.isTaking;
        if (isOpen && pendingText(draftId) === undefined) this.restore();
      }),
      () => window.removeEventListener('pagehide', flush, { capture: true }),
    ];
    this.setCheck(this.check);
  }

  onChange({ changes, startState }: Pick<ViewUpdate, 'changes' | 'startState'>): void {
    this.isDirty = true;
    if (this.typed) this.typed = { ...this.typed, changes: this.typed.changes.compose(changes) };
    else if (this.check.kind === 'fine' && !this.isBehind)
      this.typed = { since: { state: startState, document: this.options.store.get() }, changes };
    this.pause.schedule();
  }

  flush(): void {
    this.pause.cancel();
    if (!this.isDirty) return;
    this.isDirty = false;
    const { view, store, draftId } = this.options;
    const { doc } = view.state;
    const changed = this.typed && readChange(this.typed.since, this.typed.changes, doc);
    if (changed !== undefined && store.takes === undefined) return this.take(changed);
    const next = checkTextFor(store, doc.toString());
    if (changed !== undefined && next.kind === 'fine') return this.take(changed);
    if (next.kind === 'fine') return this.take(adopt(store.get(), next.document));
    setPendingText(draftId, doc.toString());
    this.setCheck(next);
  }

  followNow(): void {
    if (this.isBehind) this.restore();
  }

  accept(): void {
    this.flush();
    const { check } = this;
    if (check.kind !== 'held') return;
    this.take(adopt(this.options.store.get(), check.document));
    this.restore();
  }

  restore(): void {
    const { view, store, draftId } = this.options;
    this.pause.cancel();
    this.follow.cancel();
    this.isDirty = false;
    this.isBehind = false;
    this.typed = undefined;
    replaceText(view, documentText(store.get()));
    this.agree(draftId);
  }

  /** Takes what the document has beyond the text, but not before what was typed since. */
  private catchUp(): void {
    if (!this.isBehind) this.flush();
    if (this.isBehind || this.check.kind === 'fine') this.restore();
  }

  travel(direction: 'undo' | 'redo'): boolean {
    this.flush();
    if (this.check.kind !== 'fine') return false;
    this.options.history[direction]();
    this.followNow();
    return true;
  }

  stop(): void {
    this.flush();
    this.pause.cancel();
    this.follow.cancel();
    this.squiggles.stop();
    for (const stop of this.stops) stop();
  }

  /** Makes what the text says the document. */
  private take(document: Json): void {
    const { store, draftId } = this.options;
    this.typed = undefined;
    this.isTaking = true;
    store.edit(document, { path: [], typing: true });
    this.agree(draftId);
    this.isTaking = false;
    // An update adds the empty description that clears one.
    if (Object.keys(asObject(store.get())).length !== Object.keys(asObject(document)).length)
      this.follow.schedule();
  }

  /** Text and document are the same again. */
  private agree(draftId: string): void {
    if (this.check.kind === 'fine') this.squiggles.show();
    else this.setCheck({ kind: 'fine', document: asObject(this.options.store.get()) });
    setPendingText(draftId, undefined);
  }

  private setCheck(next: TextCheck): void {
    this.check = next;
    this.options.onCheck(next);
    this.squiggles.show();
  }
}
