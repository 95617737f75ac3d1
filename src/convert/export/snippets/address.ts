import { endpointOf } from '#src/domain/api/endpoints.ts';
import type { ExportPlace } from '../request/export-request.ts';

/** One part of an address: fixed text, or the value of an environment variable. */
export type AddressPart = { readonly text: string } | { readonly variable: string };

/** The address of the request that creates a deployment. Fixed parts next to each other are one. */
export function addressParts({ endpoint, projectId }: ExportPlace): readonly AddressPart[] {
  const [before = '', after = ''] = endpointOf('createDeployment').template.split('{project_id}');
  const parts: readonly AddressPart[] = [
    endpoint === undefined ? { variable: 'IEF_ENDPOINT' } : { text: endpoint.replace(/\/+$/, '') },
    { text: before },
    projectId === undefined ? { variable: 'IEF_PROJECT_ID' } : { text: projectId },
    { text: after },
  ];
  const joined: AddressPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && 'text' in last && 'text' in part)
      joined[joined.length - 1] = { text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
