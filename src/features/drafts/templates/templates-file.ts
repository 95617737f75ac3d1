import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { isJsonList, isJsonObject } from '#src/json/value.ts';
import { readDraftText, settingsOf, type DraftSettings } from '../draft-record.ts';
import type { Template } from './template-database.ts';

/** The start of a file of templates. */
const FORMAT = 'ief-builder-templates';

/** A template in a file. */
type FiledTemplate = Omit<Template, 'id' | 'savedAt'>;

/** Templates as the text of a file. */
export function templatesFile(templates: readonly Template[]): string {
  const filed = templates.map((template): FiledTemplate => {
    const { name, document } = template;
    return { name, ...settingsOf(template), document };
  });
  return `${JSON.stringify({ format: FORMAT, version: 1, templates: filed }, null, 2)}\n`;
}

/** The templates of such a file; undefined for any other text. An import would refuse `refused` more of them. */
export function readTemplatesFile(
  text: string,
): { readonly templates: readonly FiledTemplate[]; readonly refused: number } | undefined {
  const body = readDraftText(text);
  if (typeof body === 'string' || !isJsonObject(body.document)) return undefined;
  const { format, version, templates } = body.document;
  if (format !== FORMAT || version !== 1 || templates === undefined || !isJsonList(templates))
    return undefined;
  const read = templates.filter(isJsonObject).flatMap(({ name, edition, generation, document }) => {
    if (typeof name !== 'string' || document === undefined || !isJsonObject(document)) return [];
    return [{ name, ...settingsOf({ edition, generation } as DraftSettings), document }];
  });
  const allowed = read.filter((one) => !hasForbiddenKey(one.document));
  return { templates: allowed, refused: read.length - allowed.length };
}
