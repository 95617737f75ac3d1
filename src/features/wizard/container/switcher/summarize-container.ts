import { getIn } from '#src/json/get-in.ts';
import { isJsonList, type Json } from '#src/json/value.ts';
import { rememberPerObject } from '#src/domain/core/check/remember.ts';

/** The summary that a folded container shows. */
export interface ContainerSummary {
  /** The image without registry and organization. */
  readonly image: string;
  readonly variables: number;
  readonly ports: number;
  readonly volumes: number;
  /** The CPU limit, or the request if there is no limit; empty if there is neither. */
  readonly cpu: string;
}

/** Summarizes a container. Values of an unexpected type count as absent. */
export function summarizeContainer(container: Json | undefined): ContainerSummary {
  return typeof container === 'object' && container !== null
    ? summarizeObject(container)
    : summarize(container ?? null);
}

// Every key press asks for the summaries of all containers, and changes one container.
const summarizeObject = rememberPerObject<Json & object, ContainerSummary>(summarize);

function summarize(value: Json): ContainerSummary {
  const count = (key: string) => {
    const list = getIn(value, [key]);
    return list !== undefined && isJsonList(list) ? list.length : 0;
  };
  const text = (...path: string[]) => {
    const member = getIn(value, path);
    return typeof member === 'string' ? member : '';
  };
  return {
    image: text('image_url').split('/').at(-1) ?? '',
    variables: count('envs'),
    ports: count('ports'),
    volumes: count('volumes'),
    cpu: text('resources', 'limits', 'cpu') || text('resources', 'requests', 'cpu'),
  };
}

export function isSameSummary(a: ContainerSummary, b: ContainerSummary): boolean {
  return (
    a.image === b.image &&
    a.variables === b.variables &&
    a.ports === b.ports &&
    a.volumes === b.volumes &&
    a.cpu === b.cpu
  );
}
