import { makeLargeBody } from './large-body.ts';

/** A test document: the number of containers and of environment variables in each. */
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

/** The document whose request body is just over 1 MiB. */
export const mebibyte: Size = { name: '1MiB', containers: 20, envs: 600 };

/** The value of `name` in every document, which shows that a page has loaded the document. */
export const DOCUMENT_NAME = 'large-body';

/**
 * The document of a size, the same for every page. It names a configmap and a key that the mock has, so that our page
 * has no extra warnings to render: the other pages query no service.
 */
export function documentOf({ containers, envs }: Size): Record<string, unknown> {
  const text = JSON.stringify(makeLargeBody(containers, envs));
  const known = text
    .replaceAll('"service"', '"nginx-conf"')
    .replaceAll(/"key-\d+"/g, '"nginx.conf"');
  return JSON.parse(known) as Record<string, unknown>;
}

/** The container to type into: the middle one, because people rarely edit the first. */
export function middleOf({ containers }: Size): number {
  return Math.floor(containers / 2);
}

/** The text of the field to type into: the first variable of each container has it. */
export const FIELD_TEXT = 'https://service-0.example.com/path?number=0';
