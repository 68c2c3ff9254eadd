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
      if (coverage[row * columns + column] < 1) grid.set(column, row);
    }
  }
  return grid;
}

/** A picture laid into the area: as large as its margins allow, in proportion, in the middle. */
export interface FittedPicture {
  readonly left: number;
  readonly top: number;
  /** Pixels of the area for one pixel of the picture. */
  readonly scale: number;
}

export function fitPicture(
  picture: { readonly width: number; readonly height: number },
  area: Area,
): FittedPicture {
  const wide = Math.max(1, area.width - 2 * area.margin);
  const tall = Math.max(1, area.height - 2 * area.margin);
  const scale = Math.min(wide / picture.width, tall / picture.height);
  return {
    left: (area.width - picture.width * scale) / 2,
    top: (area.height - picture.height * scale) / 2,
    scale,
  };
}

/** Marks as taken every cell that touches a pixel outside of the mask, which is fitted into the area. */
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
  return grid;
}
