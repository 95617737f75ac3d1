import { createContext, use } from 'react';
import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import type { SectionId, StepId } from './steps.ts';

/** The open container and section, which all steps share. */
export interface View {
  /** Row ID of the open container; undefined until the user opens one. */
  readonly openId: string | undefined;
  readonly section: SectionId;
  open(id: string): void;
  showSection(section: SectionId): void;
  /** Reads the images of the drafts in this browser. Absent where there are no drafts. */
  readonly loadEarlierImages?: (() => Promise<readonly EarlierImage[]>) | undefined;
  /** The address of a step; that of a new deployment by default. */
  readonly pathOf?: (step: StepId) => string;
  /** True for a deployment that exists: Review shows the changes first, and not what a create would do. */
  readonly isUpdate?: boolean;
}

/** The address of a step of a new deployment. */
export const newPath = (step: StepId) => `/new/${step}`;

/** An image, and the name of the draft that has it. */
export interface EarlierImage {
  readonly image: string;
  readonly draft: string;
}

export const ViewContext = createContext<View | undefined>(undefined);

export function useView(): View {
  const view = use(ViewContext);
  if (view === undefined) throw new Error('useView needs a ViewContext around it');
  return view;
}

export const listPaths = {
  containers: ['deployment', 'template', 'containers'],
  init_containers: ['deployment', 'template', 'init_containers'],
} as const satisfies Record<ContainerList, Path>;

export interface ContainerEntry {
  readonly id: string;
  readonly list: ContainerList;
  readonly index: number;
  readonly name: string;
  readonly path: Path;
}

/** All containers, followed by all init containers. */
export function containersOf(document: Json): readonly ContainerEntry[] {
  return (['containers', 'init_containers'] as const).flatMap((list) => {
    const rows = listAt(document, listPaths[list]) ?? [];
    const ids = idsOf(rows);
    return rows.map((row, index) => {
      const name = isJsonObject(row) && typeof row.name === 'string' ? row.name : '';
      return { id: ids[index]!, list, index, name, path: [...listPaths[list], index] };
    });
  });
}

/** The container that the user opened, or the first one if that no longer exists. */
function findOpen(document: Json, openId: string | undefined): ContainerEntry | undefined {
  const all = containersOf(document);
  return all.find((entry) => entry.id === openId) ?? all[0];
}

export function useOpenContainer(): ContainerEntry | undefined {
  const { openId } = useView();
  return useDocument((document) => findOpen(document, openId), isSameEntry);
}

export function useContainers(): readonly ContainerEntry[] {
  return useDocument(
    containersOf,
    (a, b) => a.length === b.length && a.every((entry, index) => isSameEntry(entry, b[index])),
  );
}

function isSameEntry(a: ContainerEntry | undefined, b: ContainerEntry | undefined): boolean {
  return a?.id === b?.id && a?.list === b?.list && a?.index === b?.index && a?.name === b?.name;
}
