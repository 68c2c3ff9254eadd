import type { BitGrid } from './bit-grid.js';
import { openKernel } from './kernel.js';

/** Where the middle of the free cells is and how far they reach, in pixels. */
export interface Center {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** Centre of gravity and half the extent of the free cells. */
export function findCenter({ bits, width, height }: BitGrid, cell: number): Center {
  const kernel = openKernel();
  const { functions } = kernel;
  const at = kernel.take(bits.byteLength);
  kernel.ints.set(bits, at >> 2);
  functions.useGrid(at, width, height);
  if (functions.survey() === 0) return { x: 0, y: 0, radiusX: 0, radiusY: 0 };
  return {
    x: functions.meanX() * cell,
    y: functions.meanY() * cell,
    radiusX: (functions.extentX() * cell) / 2,
    radiusY: (functions.extentY() * cell) / 2,
  };
}
