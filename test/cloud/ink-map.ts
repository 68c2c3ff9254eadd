import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { type CloudLayout, defaultFontSync, type Font } from '../../src/cloud/index.js';
import { CoverageRaster } from '../../src/cloud/raster/coverage.js';
import { rasterWord } from '../../src/cloud/word-ink.js';

/** What each word paints: which pixel belongs to which word, found by drawing each word alone on the whole picture. */
export interface InkMap {
  /** 1 + index of the word in `layout.words`, 0 for none. */
  readonly owner: Int32Array;
  /** Pixels that two words paint, as "word / word at x,y". */
  readonly clashes: readonly string[];
  /** Words without a single pixel. */
  readonly blank: readonly string[];
  /** Words with ink beyond the picture's edge. */
  readonly cut: readonly string[];
}

const border = 8;

/** A pixel counts as painted when its coverage does not round to nothing in eight bits. */
export function drawOwners(layout: CloudLayout, fonts: readonly Font[] = [defaultFontSync()]): InkMap {
  const { width, height, words } = layout;
  const owner = new Int32Array(width * height);
  const clashes: string[] = [];
  const blank: string[] = [];
  const cut: string[] = [];
  const raster = new CoverageRaster();
  for (const [index, word] of words.entries()) {
    const left = Math.floor(word.box.x) - border;
    const top = Math.floor(word.box.y) - border;
    raster.reset(Math.ceil(word.box.width) + 2 * border, Math.ceil(word.box.height) + 2 * border);
    rasterWord(raster, shapeWord(word.text, fonts), word.size, word.rotation, word.x - left, word.y - top);
    const coverage = new Float32Array(raster.width * raster.height);
    raster.read(coverage);
    let painted = 0;
    for (const [at, value] of coverage.entries()) {
      if (value * 255 < 0.5) continue;
      painted++;
      const x = left + (at % raster.width);
      const y = top + Math.floor(at / raster.width);
      if (x < 0 || y < 0 || x >= width || y >= height) {
        cut.push(word.text);
        continue;
      }
      const other = owner[y * width + x];
      if (other > 0) clashes.push(`${words[other - 1].text} / ${word.text} at ${x},${y}`);
      owner[y * width + x] = index + 1;
    }
    if (painted === 0) blank.push(word.text);
  }
  return { owner, clashes, blank, cut };
}
