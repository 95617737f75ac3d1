import { getIn } from '#src/json/get-in.ts';
import { asList, asObject, type Json, type JsonObject } from '#src/json/value.ts';

/** The images of the containers of a record, each once, in order. */
export function imagesOf(record: JsonObject): readonly string[] {
  const images = ['init_containers', 'containers'].flatMap((list) => {
    const containers = getIn(record, ['template', list]);
    return Array.isArray(containers)
      ? containers.map((container: Json) => getIn(container, ['image_url']))
      : [];
  });
  return [
    ...new Set(images.filter((image) => typeof image === 'string' && image !== '')),
  ] as string[];
}

/** The tags of a record as `key=value`. */
export function tagsOf(record: JsonObject): readonly string[] {
  return asList(record.tags).flatMap((tag) => {
    const { key, value } = asObject(tag);
    if (typeof key !== 'string' || key === '') return [];
    return [typeof value === 'string' && value !== '' ? `${key}=${value}` : key];
  });
}

export function nodeIdsOf(record: JsonObject): readonly string[] {
  return asList(record.node_ids).filter((id) => typeof id === 'string');
}

/** Empty if the deployment has nodes of its own. */
export function groupIdOf(record: JsonObject): string {
  return typeof record.group_id === 'string' ? record.group_id : '';
}
