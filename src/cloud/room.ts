import { type Area, fitPicture } from './area.js';
import { BitGrid } from './bit-grid.js';
import { type Outline, OutlineBuilder } from './font/outline.js';
import { isCoarse, maskEdge, type Polyline } from './mask-edge.js';
import { CoverageRaster } from './raster/coverage.js';
import { type MaskImage, maskInside, type ShapeName, shapeOutline } from './shape.js';

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
  const outline = shapeOutline(shape, margin, margin, area.width - 2 * margin, area.height - 2 * margin);
  takeOutside(grid, outline, cell);
  return grid;
}

/** Takes every cell that is not wholly inside an outline in pixels. */
function takeOutside(grid: BitGrid, outline: Outline, cell: number): void {
  const { width: columns, height: rows } = grid;
  const raster = new CoverageRaster();
  raster.reset(columns, rows);
  raster.add(outline, { a: 1 / cell, b: 0, c: 0, d: 1 / cell, e: 0, f: 0 });
  const coverage = new Float32Array(columns * rows);
  raster.read(coverage);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (coverage[row * columns + column] < 1) grid.set(column, row);
    }
  }
}

/**
 * Marks as taken every cell that touches a pixel outside of the mask, which is fitted into the area, or lies outside of the
 * smoothed edge of a coarse one.
 */
export function maskRoom(mask: MaskImage, area: Area, cell: number, columns: number, rows: number): BitGrid {
  const grid = new BitGrid(columns, rows);
  const inside = maskInside(mask);
  const { left, top, scale } = fitPicture(mask, area);
  const toColumn = (x: number) => (x - left) / scale;
  const toRow = (y: number) => (y - top) / scale;
  for (let row = 0; row < rows; row++) {
    const fromY = Math.floor(toRow(row * cell));
    const toY = Math.ceil(toRow((row + 1) * cell));
    for (let column = 0; column < columns; column++) {
      const fromX = Math.floor(toColumn(column * cell));
      const toX = Math.ceil(toColumn((column + 1) * cell));
      let free = fromX >= 0 && fromY >= 0 && toX <= mask.width && toY <= mask.height;
      for (let y = fromY; free && y < toY; y++) {
        for (let x = fromX; x < toX; x++) {
          if (inside[y * mask.width + x] === 0) {
            free = false;
            break;
          }
        }
      }
      if (!free) grid.set(column, row);
    }
  }
  if (isCoarse(mask, area)) takeOutside(grid, polygons(maskEdge(mask, area)), cell);
  return grid;
}

function polygons(lines: readonly Polyline[]): Outline {
  const builder = new OutlineBuilder();
  for (const line of lines) {
    builder.moveTo(line[0], line[1]);
    for (let at = 2; at < line.length; at += 2) builder.lineTo(line[at], line[at + 1]);
  }
  return builder.build();
}
