import { documentText } from '#src/document/document-text.ts';
import { toPointer } from '#src/json/path.ts';
import { findAllSecrets } from '../secrets/find-copies.ts';
import { replaceSecrets } from '../secrets/find-secrets.ts';
import { composeManifest } from './manifests/compose.ts';
import { dockerCommands } from './manifests/docker-run.ts';
import { readDocument, type DocumentTree } from './manifests/document-tree.ts';
import { kubernetesManifest } from './manifests/kubernetes.ts';
import type { Exported, ExportRequest } from './request/export-request.ts';
import { markSecrets, type MarkedDocument } from './request/secret-marks.ts';
import { curlSnippet } from './snippets/curl.ts';
import { goSdkSnippet } from './snippets/go-sdk.ts';
import { goSnippet } from './snippets/go.ts';
import { powershellSnippet } from './snippets/powershell.ts';
import { pythonSdkSnippet } from './snippets/python-sdk.ts';
import { pythonSnippet } from './snippets/python.ts';
import { bodyPieces } from './snippets/snippet-body.ts';

/**
 * Writes a document in another notation. Pure, and total: it takes every document and judges none. Snippets contain the
 * body byte for byte, unless secrets are replaced; the other notations report every value that they cannot hold.
 */
export function exportDocument(request: ExportRequest): Exported {
  const { to, place = {} } = request;
  const marked = prepare(request);
  switch (to) {
    case 'json':
      return { text: withPlaceholders(marked) };
    case 'curl':
      return { text: curlSnippet(bodyPieces(marked), place) };
    case 'powershell':
      return { text: powershellSnippet(bodyPieces(marked), place) };
    case 'python':
      return { text: pythonSnippet(bodyPieces(marked), place) };
    case 'python-sdk':
      return { text: pythonSdkSnippet(bodyPieces(marked), place) };
    case 'go-sdk':
      return { text: goSdkSnippet(bodyPieces(marked), place) };
    case 'go':
      return { text: goSnippet(bodyPieces(marked), place) };
    case 'kubernetes':
      return kubernetesManifest(treeOf(request, marked), marked.variables);
    case 'compose':
      return composeManifest(treeOf(request, marked), marked.variables);
    case 'docker-run':
      return dockerCommands(treeOf(request, marked), marked.variables);
  }
}

function prepare({ document, secrets = 'keep' }: ExportRequest): MarkedDocument {
  if (secrets === 'keep') return { document, variables: new Map() };
  const found = findAllSecrets(document);
  if (secrets === 'variable') return markSecrets(document, found);
  return {
    document: replaceSecrets(document, found, ({ prefix }) => prefix),
    variables: new Map(),
  };
}

/** A file has no variables of its own: `${NAME}` is what tools such as envsubst replace. */
function withPlaceholders(marked: MarkedDocument): string {
  return bodyPieces(marked)
    .map((piece) =>
      'text' in piece ? piece.text : documentText(`${piece.prefix}\${${piece.variable}}`),
    )
    .join('');
}

/** The document as a tree. Reports do not quote secrets. */
function treeOf({ document, lineOf }: ExportRequest, marked: MarkedDocument): DocumentTree {
  const tree = readDocument(marked.document, lineOf);
  const secrets = new Set(findAllSecrets(document).map(({ path }) => toPointer(path)));
  return { ...tree, hidden: tree.leaves.filter(({ path }) => secrets.has(toPointer(path))) };
}
