import { BitGrid } from './bit-grid.js';
import { CoverageRaster } from './raster/coverage.js';
import { type MaskImage, maskInside, type ShapeName, shapeOutline } from './shape.js';

/** Margins of the drawing area in pixels. */
export interface Area {
  readonly width: number;
  readonly height: number;
  /** Empty border on each side. */
  readonly margin: number;
}

/** Marks as taken every cell that is not wholly inside the shape. */
export function shapeRoom(
  shape: ShapeName,
  area: Area,
  cell: number,
  columns: number,
  rows: number,
): BitGrid {
  const grid = new BitGrid(columns, rows);
  const { margin } = area;
  if (shape === 'rectangle') {
    const border = Math.ceil(margin / cell);
    const right = Math.floor((area.width - margin) / cell);
    const bottom = Math.floor((area.height - margin) / cell);
    for (let row = 0; row < rows; row++) {
      if (row < border || row >= bottom) grid.setRun(row, 0, columns);
      else {
        grid.setRun(row, 0, border);
        grid.setRun(row, right, columns);
      }
    }
    return grid;
  }
  const raster = new CoverageRaster();
  raster.reset(columns, rows);
  const outline = shapeOutline(shape, margin, margin, area.width - 2 * margin, area.height - 2 * margin);
  raster.add(outline, { a: 1 / cell, b: 0, c: 0, d: 1 / cell, e: 0, f: 0 });
  const coverage = new Float32Array(columns * rows);
  raster.read(coverage);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (coverage[row * columns + column] < 0.9999) grid.set(column, row);
    }
  }
  return grid;
}

/** Marks as taken every cell that touches a pixel outside of the mask, which is stretched over the area. */
export function maskRoom(mask: MaskImage, area: Area, cell: number, columns: number, rows: number): BitGrid {
  const grid = new BitGrid(columns, rows);
  const inside = maskInside(mask);
  const { margin } = area;
  const scaleX = mask.width / area.width;
  const scaleY = mask.height / area.height;
  for (let row = 0; row < rows; row++) {
    const top = Math.floor(row * cell * scaleY);
    const bottom = Math.min(mask.height, Math.ceil((row + 1) * cell * scaleY));
    const outerRow = row * cell < margin || (row + 1) * cell > area.height - margin;
    for (let column = 0; column < columns; column++) {
      let free = !outerRow && column * cell >= margin && (column + 1) * cell <= area.width - margin;
      const left = Math.floor(column * cell * scaleX);
      const right = Math.min(mask.width, Math.ceil((column + 1) * cell * scaleX));
      for (let y = top; free && y < bottom; y++) {
        for (let x = left; x < right; x++) {
          if (inside[y * mask.width + x] === 0) {
            free = false;
            break;
          }
        }
      }
      if (!free) grid.set(column, row);
    }
  }
  return grid;
}
