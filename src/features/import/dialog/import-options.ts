import type { EnvTarget } from '#src/convert/env/put-env.ts';
import type { ConvertRequest, Kind } from '#src/convert/request/kinds.ts';
import { getIn } from '#src/json/get-in.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';

/** The lists of containers of a document, in the order offered. */
export const envLists = ['containers', 'init_containers'] as const;
/** The choice of a new document for the variables of a .env text. */
export const NEW_DOCUMENT = 'new';

/** How the text is read. */
export interface ImportOptionInputs {
  from: Kind | 'auto';
  dialect: NonNullable<ConvertRequest['dialect']>;
  /** Chosen services or deployments; empty for the default. */
  names: string[];
  /** Values of the variables of a compose file; empty if not given. */
  variables: Record<string, string>;
  /** The list and the index of the container for a .env text, or {@link NEW_DOCUMENT}. */
  envContainer: string;
  envMode: EnvTarget['mode'];
}

export const defaultOptions: ImportOptionInputs = {
  from: 'auto',
  dialect: 'compose',
  names: [],
  variables: {},
  envContainer: 'containers 0',
  envMode: 'merge',
};

/** The chosen container of the document; undefined for a new document, or if it does not exist. */
export function envTargetOf(
  document: Json,
  { envContainer, envMode }: Pick<ImportOptionInputs, 'envContainer' | 'envMode'>,
): EnvTarget | undefined {
  const [list, index] = envContainer.split(' ');
  const known = envLists.find((one) => one === list);
  if (known === undefined) return undefined;
  const container = getIn(document, ['deployment', 'template', known, Number(index)]);
  return isJsonObject(container) ? { list: known, index: Number(index), mode: envMode } : undefined;
}
