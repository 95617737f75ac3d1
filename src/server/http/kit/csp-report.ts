import { asList, asObject } from '#src/json/value.ts';
import { parseJson } from '#src/server/http/body/parse-json.ts';
import { readBody } from '#src/server/http/body/read-body.ts';

const MAX_BYTES = 8 * 1024;

/** The parts of a browser's report that we keep: the violated directive, and our page on which it happened. */
export interface PolicyReport {
  readonly directive: string;
  readonly page: string;
}

/**
 * Reads a CSP violation report, in the old form (`application/csp-report`) or the new one. Keeps only names that
 * could be a directive and paths without a query, because the rest of a report can contain anything. Returns
 * undefined for anything else.
 */
export async function readPolicyReport(request: Request): Promise<PolicyReport | undefined> {
  const read = await readBody(request, MAX_BYTES).catch(() => undefined);
  const json = read?.kind === 'read' ? parseJson(read.bytes) : undefined;
  if (json?.ok !== true) return undefined;
  const entry = asObject(asList(json.value)[0] ?? json.value);
  const report = asObject(entry.body ?? entry['csp-report']);
  const directive =
    report.effectiveDirective ?? report['effective-directive'] ?? report['violated-directive'];
  const page = report.documentURL ?? report['document-uri'];
  if (typeof directive !== 'string' || !/^[a-z-]{1,40}/.test(directive)) return undefined;
  return { directive: /^[a-z-]{1,40}/.exec(directive)?.[0] ?? '', page: pathOf(page) };
}

function pathOf(address: unknown): string {
  try {
    const { pathname } = new URL(String(address));
    return /^\/[a-z0-9/-]{0,60}$/.test(pathname) ? pathname : 'other';
  } catch {
    return 'other';
  }
}
