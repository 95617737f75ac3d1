import { makeLargeBody } from './large-body.ts';

/** A document to measure with: so many containers, so many environment variables in each. */
export interface Size {
  readonly name: string;
  readonly containers: number;
  readonly envs: number;
}

/** The documents of the bench, small to large. */
export const sizes = [
  { name: '1x5', containers: 1, envs: 5 },
  { name: '5x20', containers: 5, envs: 20 },
  { name: '20x50', containers: 20, envs: 50 },
  { name: '20x250', containers: 20, envs: 250 },
] as const satisfies readonly Size[];

/** The document that takes just over 1 MiB as it is sent. */
export const mebibyte: Size = { name: '1MiB', containers: 20, envs: 600 };

/** The value of `name` in every document, by which a page is known to show the document. */
export const DOCUMENT_NAME = 'large-body';

/**
 * The document of a size, the same for every page. It names a configmap and a key that the mock has: the others ask
 * no service, so ours should have no warnings to draw that they know nothing of.
 */
export function documentOf({ containers, envs }: Size): Record<string, unknown> {
  const text = JSON.stringify(makeLargeBody(containers, envs));
  const known = text
    .replaceAll('"service"', '"nginx-conf"')
    .replaceAll(/"key-\d+"/g, '"nginx.conf"');
  return JSON.parse(known) as Record<string, unknown>;
}

/** The container that is typed into: the middle one, as whoever edits a list is seldom at its begin. */
export function middleOf({ containers }: Size): number {
  return Math.floor(containers / 2);
}

/** The text that stands in the field that is typed into: the first variable of each container has it. */
export const FIELD_TEXT = 'https://service-0.example.com/path?number=0';
