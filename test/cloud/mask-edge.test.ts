import { describe, expect, it } from 'vitest';
import { layoutCloud, type MaskImage } from '../../src/cloud/index.js';
import { maskEdge } from '../../src/cloud/mask-edge.js';

function maskOf(width: number, height: number, isInside: (x: number, y: number) => boolean): MaskImage {
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (isInside(x, y)) data.set([0, 0, 0, 255], 4 * (y * width + x));
  }
  return { width, height, data };
}

const disc = maskOf(24, 24, (x, y) => Math.hypot(x - 11.5, y - 11.5) < 10);

describe('the edge of a mask', () => {
  it('has no stairs if its pixels are large', () => {
    const [line, ...others] = maskEdge(disc, { width: 480, height: 480, margin: 0 });
    expect(others).toEqual([]);
    expect(line.slice(0, 2)).toEqual(line.slice(-2));
    let sharpest = 0;
    for (let at = 0; at + 5 < line.length; at += 2) {
      const [x0, y0, x1, y1, x2, y2] = line.slice(at, at + 6);
      expect(Math.abs(Math.hypot(x0 - 240, y0 - 240) - 200)).toBeLessThan(15);
      const turn = Math.atan2(y2 - y1, x2 - x1) - Math.atan2(y1 - y0, x1 - x0);
      sharpest = Math.max(sharpest, Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))));
    }
    expect((180 * sharpest) / Math.PI).toBeLessThan(20);
  });

  it('follows every pixel if they are small', () => {
    const corners = maskOf(40, 40, (x, y) => x >= 10 && x < 30 && y >= 5 && y < 15);
    const [line] = maskEdge(corners, { width: 40, height: 40, margin: 0 });
    expect(line).toEqual([10, 5, 30, 5, 30, 15, 10, 15, 10, 5]);
  });

  it('goes round holes and keeps what touches by a corner apart', () => {
    const ring = maskOf(6, 6, (x, y) => !(x === 2 && y === 2) && x < 5 && y < 5);
    expect(maskEdge(ring, { width: 6, height: 6, margin: 0 })).toHaveLength(2);
    const board = maskOf(8, 8, (x, y) => (x + y) % 2 === 0);
    const loops = maskEdge(board, { width: 8, height: 8, margin: 0 });
    expect(loops).toHaveLength(32);
    expect(loops.every((loop) => loop.length === 10)).toBe(true);
  });

  it('holds all words', () => {
    const words = Array.from({ length: 60 }, (_, index) => ({ text: `词${index}`, weight: 1 / (index + 2) }));
    const [line] = maskEdge(disc, { width: 480, height: 480, margin: 0 });
    const reach = Math.max(...line.map((value) => Math.abs(value - 240)));
    const layout = layoutCloud(words, { width: 480, height: 480, margin: 0, mask: disc });
    expect(layout.words).toHaveLength(60);
    for (const { box } of layout.words) {
      for (const [x, y] of [
        [box.x, box.y],
        [box.x + box.width, box.y + box.height],
      ]) {
        expect(Math.abs(x - 240)).toBeLessThanOrEqual(reach);
        expect(Math.abs(y - 240)).toBeLessThanOrEqual(reach);
      }
    }
  });
});
