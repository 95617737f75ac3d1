/** Where the cell of a node is; in units of the drawing. */
export interface CellPlace {
  readonly x: number;
  readonly y: number;
}

/** Cells in columns, wave after wave. */
export interface CellLayout {
  readonly cells: readonly CellPlace[];
  /** The side of a cell, and the distance to the next. */
  readonly size: number;
  readonly step: number;
  readonly height: number;
  /** Where each wave starts, if there is room for its name. */
  readonly labels: readonly { readonly wave: number; readonly x: number }[];
}

const LABEL_HEIGHT = 20;
/** The name of a wave needs so much room. */
const LABEL_WIDTH = 60;
const MIN_ROWS = 6;

/** Lays out a cell for each node: columns from left to right, as many rows as the width needs. */
export function layOutCells(waves: readonly number[], width: number): CellLayout {
  const total = waves.at(-1) ?? 0;
  const step = total <= 500 ? 20 : total <= 2500 ? 12 : 8;
  const sizes = waves.map((end, index) => end - (waves[index - 1] ?? 0));
  const gap = waves.length > 20 ? 2 : step;
  let rows = MIN_ROWS;
  while (widthOf(sizes, rows, step, gap) > width && rows < total) rows++;
  const cells: CellPlace[] = [];
  const labels: { wave: number; x: number }[] = [];
  let left = 0;
  let labelEnd = 0;
  sizes.forEach((size, wave) => {
    if (left >= labelEnd) {
      labels.push({ wave: wave + 1, x: left });
      labelEnd = left + LABEL_WIDTH;
    }
    for (let index = 0; index < size; index++) {
      const x = left + Math.floor(index / rows) * step;
      cells.push({ x, y: LABEL_HEIGHT + (index % rows) * step });
    }
    // A short wave leaves room for its name.
    left += Math.max(
      Math.ceil(size / rows) * step,
      labels.at(-1)?.x === left && step === 20 ? 44 : 0,
    );
    left += gap;
  });
  const used = Math.min(rows, Math.max(1, ...sizes));
  return {
    cells,
    size: step - (step > 8 ? 3 : 1),
    step,
    height: LABEL_HEIGHT + used * step,
    labels,
  };
}

function widthOf(sizes: readonly number[], rows: number, step: number, gap: number): number {
  const least = step === 20 ? 44 : 0;
  return sizes.reduce((sum, size) => sum + Math.max(Math.ceil(size / rows) * step, least) + gap, 0);
}

/** The index of the cell at a point; undefined beside the cells. */
export function cellAt({ cells, step }: CellLayout, x: number, y: number): number | undefined {
  const index = cells.findIndex(
    (cell) => x >= cell.x && x < cell.x + step && y >= cell.y && y < cell.y + step,
  );
  return index < 0 ? undefined : index;
}
