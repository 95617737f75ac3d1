import type { DrawnContainer, DrawnDeployment, DrawnMount, DrawnPort } from './drawn-deployment.ts';

/** Sizes of the drawing, in units of its coordinates. */
export const size = {
  width: 720,
  head: 48,
  /** The line of the network of the node. */
  network: 96,
  node: { left: 168, right: 712 },
  pill: { left: 112, width: 112, height: 26 },
  container: { left: 248, width: 222, height: 76 },
  source: { left: 516, width: 184, height: 46 },
  gap: 16,
} as const;

/** A larger deployment is drawn in part; the table has everything. */
const MAX_CONTAINERS = 12;
const MAX_PORTS = 6;
const MAX_SOURCES = 14;

export interface Placed<T> {
  readonly part: T;
  readonly top: number;
  readonly height: number;
}

export interface Drawing {
  readonly height: number;
  readonly containers: readonly Placed<DrawnContainer>[];
  readonly ports: readonly Placed<DrawnPort>[];
  readonly sources: readonly Placed<Pick<DrawnMount, 'kind' | 'source'>>[];
  /** From the middle of a container to the middle of a source. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly lane: number }[];
  /** Number of containers that are not drawn. */
  readonly rest: number;
}

/** Where each part of the deployment is drawn: ports to the left of their container, sources to the right. */
export function placeParts({ containers }: DrawnDeployment): Drawing {
  const placed: Placed<DrawnContainer>[] = [];
  const ports: Placed<DrawnPort>[] = [];
  let top = size.head + size.gap;
  for (const part of containers.slice(0, MAX_CONTAINERS)) {
    const shown = part.ports.filter(({ host }) => host !== '').slice(0, MAX_PORTS);
    const step = size.pill.height + 6;
    const height = Math.max(size.container.height, shown.length * step + 10);
    placed.push({ part, top, height });
    const first = top + (height - shown.length * step + 6) / 2;
    for (const [index, port] of shown.entries())
      ports.push({ part: port, top: first + index * step, height: size.pill.height });
    top += height + size.gap;
  }
  const { sources, links, bottom } = placeSources(placed);
  return {
    height: Math.max(top, bottom, size.head + 72) + size.gap,
    containers: placed,
    ports,
    sources,
    links,
    rest: Math.max(0, containers.length - MAX_CONTAINERS),
  };
}

/** Each source once, beside the first container that uses it, or below the source before. */
function placeSources(containers: readonly Placed<DrawnContainer>[]) {
  const byKey = new Map<string, Placed<Pick<DrawnMount, 'kind' | 'source'>>>();
  const links: { from: number; to: number; lane: number }[] = [];
  let free = size.head + size.gap;
  for (const [lane, { part, top, height }] of containers.entries()) {
    const keys = new Set(part.mounts.map((mount) => JSON.stringify([mount.kind, mount.source])));
    const mounts = part.mounts.filter(({ kind, source }) =>
      keys.delete(JSON.stringify([kind, source])),
    );
    for (const [index, { kind, source }] of mounts.entries()) {
      const key = JSON.stringify([kind, source]);
      if (!byKey.has(key) && byKey.size < MAX_SOURCES) {
        const at = Math.max(
          free,
          top + (mounts.length === 1 ? (height - size.source.height) / 2 : 0),
        );
        byKey.set(key, { part: { kind, source }, top: at, height: size.source.height });
        free = at + size.source.height + 10;
      }
      const to = byKey.get(key);
      if (to === undefined) continue;
      const from = top + ((index + 1) * height) / (mounts.length + 1);
      links.push({ from, to: to.top + to.height / 2, lane });
    }
  }
  return { sources: [...byKey.values()], links, bottom: free };
}
