import type { BitGrid } from './bit-grid.js';
import { openKernel } from './kernel.js';

/** How many cells are free, and where their middle is and how far they reach, in pixels. */
export interface Center {
  readonly cells: number;
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** The number of the free cells, their centre of gravity and half their extent. */
export function findCenter({ bits, width, height }: BitGrid, cell: number): Center {
  const kernel = openKernel();
  const { functions } = kernel;
  const at = kernel.take(bits.byteLength);
  kernel.ints.set(bits, at >> 2);
  functions.useGrid(at, width, height);
  const cells = functions.survey();
  if (cells === 0) return { cells, x: 0, y: 0, radiusX: 0, radiusY: 0 };
  return {
    cells,
    x: functions.meanX() * cell,
    y: functions.meanY() * cell,
    radiusX: (functions.extentX() * cell) / 2,
    radiusY: (functions.extentY() * cell) / 2,
  };
}
