import { MockError } from '#src/server/mock-ief/kit/errors.ts';

const WHOLE_NUMBER = /^\d{1,9}$/;

/** How many records one list response contains. */
export interface PageLimits {
  readonly default: number;
  readonly max: number;
}

/** The requested part of a list. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Reads `limit` and `offset`. Throws MockError badLimit (IEF.100005) or badOffset (IEF.100004). */
export function readPage(query: URLSearchParams, limits: PageLimits): Page {
  const limit = query.get('limit') ?? String(limits.default);
  if (!WHOLE_NUMBER.test(limit) || Number(limit) < 1 || Number(limit) > limits.max) {
    throw new MockError('badLimit', `limit must be a whole number from 1 to ${limits.max}`);
  }
  const offset = query.get('offset') ?? '0';
  if (!WHOLE_NUMBER.test(offset)) throw new MockError('badOffset');
  return { limit: Number(limit), offset: Number(offset) };
}

export function cutPage<T>(list: readonly T[], { limit, offset }: Page): T[] {
  return list.slice(offset, offset + limit);
}

/** The fuzzy filter `name`: matches part of a name, ignoring case. Without the filter, every record matches. */
export function nameFilter(query: URLSearchParams): (record: { readonly name: string }) => boolean {
  const part = query.get('name')?.toLowerCase() ?? '';
  return (record) => record.name.toLowerCase().includes(part);
}

export interface Sorting {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/**
 * Reads `sort`, such as `created_at:desc`. The default direction is `asc`. Without `sort`, the list is sorted by the
 * first of the allowed `fields`, descending. Throws MockError badSort.
 */
export function readSorting(query: URLSearchParams, fields: readonly string[]): Sorting {
  const text = query.get('sort') ?? '';
  if (text === '') return { field: fields[0] ?? '', direction: 'desc' };
  const [field = '', direction = 'asc', ...rest] = text.split(':');
  if (!fields.includes(field) || rest.length > 0 || !isDirection(direction)) {
    const names = fields.map((name) => `${name}:asc or ${name}:desc`).join(', ');
    throw new MockError('badSort', `sort must be ${names}`);
  }
  return { field, direction };
}

function isDirection(word: string): word is Sorting['direction'] {
  return word === 'asc' || word === 'desc';
}
