import { ownName } from '#src/client/base-path.ts';
import type { Json } from '#src/json/value.ts';
import { levels, type ConversionSummary } from '#src/views/report/conversion-summary.ts';

/** Followed by the id of the draft. It outlives the tab, as the draft does. */
const STORED_AS = ownName('ief-builder.import-report ');

/** Entries of one level that are stored if the browser has no room for all. */
const FEW = 100;

const listeners = new Set<() => void>();

/** The document that an import of this visit replaced, by draft: undo makes its report wrong. */
const replaced = new Map<string, Json>();

/** Stores the report of the import that a draft holds, until the user dismisses it. */
export function saveReport(draftId: string, summary: ConversionSummary, before?: Json): void {
  if (before === undefined) replaced.delete(draftId);
  else replaced.set(draftId, before);
  if (!store(draftId, summary)) store(draftId, shorten(summary));
  notify();
}

export function removeReport(draftId: string): void {
  try {
    localStorage.removeItem(STORED_AS + draftId);
  } catch {
    // Storage refused: there is none.
  }
  notify();
}

export function hasReport(draftId: string): boolean {
  return rawReport(draftId) !== null;
}

/** The stored text of a report, which stays the same text until the report changes. */
export function rawReport(draftId: string): string | null {
  try {
    return localStorage.getItem(STORED_AS + draftId);
  } catch {
    return null;
  }
}

/** The report of a stored text; undefined if it cannot be read. */
export function parseReport(text: string | null): ConversionSummary | undefined {
  try {
    const summary = JSON.parse(text ?? 'null') as ConversionSummary | null;
    const isWhole = levels.every((level) => Array.isArray(summary?.report[level].items));
    return isWhole ? (summary ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

export function replacedDocument(draftId: string): Json | undefined {
  return replaced.get(draftId);
}

export function subscribeReports(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}

function store(draftId: string, { kind, carried, values, report }: ConversionSummary): boolean {
  try {
    const text = JSON.stringify({ kind, carried, values, report });
    localStorage.setItem(STORED_AS + draftId, text);
    return true;
  } catch {
    return false;
  }
}

function shorten(summary: ConversionSummary): ConversionSummary {
  const report = { ...summary.report };
  for (const level of levels)
    report[level] = { ...report[level], items: report[level].items.slice(0, FEW) };
  return { ...summary, report };
}
