import { ownName } from '#src/client/base-path.ts';
import { createListeners } from '#src/document/listeners.ts';
import type { Json } from '#src/json/value.ts';
import { levels, type ConversionSummary } from '#src/views/report/conversion-summary.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';

/** Prefix of the draft ID. The report outlives the tab, like the draft. */
const STORED_AS = ownName('ief-builder.import-report ');

/** The most entries of one level that are stored if the browser has no room for all. */
const FEW = 100;

const { notify, subscribe } = createListeners();

/**
 * By draft, the document that an import of this visit replaced: when undo restores it, the report no longer applies.
 */
const replaced = new Map<string, Json>();

/** Stores the report of a draft's import until the user dismisses it. */
export function saveReport(draftId: string, summary: ConversionSummary, before?: Json): void {
  if (before === undefined) replaced.delete(draftId);
  else replaced.set(draftId, before);
  if (!store(draftId, summary)) store(draftId, shorten(summary));
  // In a task of its own: storing a report of a megabyte takes as long as showing it.
  void nextTask().then(notify);
}

export function removeReport(draftId: string): void {
  try {
    localStorage.removeItem(STORED_AS + draftId);
  } catch {
    // The browser refuses storage: there is no report.
  }
  notify();
}

export function hasReport(draftId: string): boolean {
  return rawReport(draftId) !== null;
}

/** The stored text of a report; it changes only with the report. */
export function rawReport(draftId: string): string | null {
  try {
    return localStorage.getItem(STORED_AS + draftId);
  } catch {
    return null;
  }
}

/** Parses a stored report; undefined if it is not valid. */
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

/** Calls back whenever a report was stored or removed. */
export const subscribeReports = subscribe;

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
