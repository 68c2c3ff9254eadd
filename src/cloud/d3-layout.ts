import { seededRandom } from '../base/random.js';
import { describeValue, RedianError } from '../errors.js';
import type { Arrangement } from './arrangement.js';
import type { CloudWord, UnplacedWord } from './cloud-layout.js';
import { colorWords } from './coloring.js';
import { placeNumbers } from './fitting.js';
import { shapeWord } from './font/glyph-run.js';
import { arrangeCloud } from './layout.js';
import { type LayoutOptions, resolveOptions } from './layout-options.js';
import { SpriteCanvas } from './sprite-canvas.js';
import { inkBounds, snap, turn } from './word-ink.js';

/** Named here so that bundlers leave it out. */
const d3Package = 'd3-cloud';

/** A word as d3-cloud takes it and gives it back: x and y from the middle of the picture to the middle of the baseline. */
interface D3Word {
  readonly text: string;
  readonly size: number;
  readonly rotate: number;
  readonly index: number;
  readonly x?: number;
  readonly y?: number;
}

/** What is called of d3-cloud. */
interface D3Cloud {
  size(size: readonly [number, number]): D3Cloud;
  canvas(create: () => SpriteCanvas): D3Cloud;
  words(words: readonly D3Word[]): D3Cloud;
  padding(pixels: number): D3Cloud;
  rotate(degrees: (word: D3Word) => number): D3Cloud;
  fontSize(pixels: (word: D3Word) => number): D3Cloud;
  random(random: () => number): D3Cloud;
  on(event: 'end', done: (placed: readonly D3Word[]) => void): D3Cloud;
  start(): D3Cloud;
}

async function loadD3Cloud(): Promise<() => D3Cloud> {
  try {
    const loaded: { readonly default: () => D3Cloud } = await import(/* @vite-ignore */ d3Package);
    return loaded.default;
  } catch (cause) {
    throw new RedianError(
      'MISSING_PACKAGE',
      'layout: d3-cloud is not installed; run "npm install d3-cloud", or leave the option out',
      { cause },
    );
  }
}

/** d3-cloud knows none of these. */
function refuseForeign({ shape = 'rectangle', mask, repeat = false, nesting = false }: LayoutOptions): void {
  const asked =
    shape !== 'rectangle' ? { shape } : mask ? { mask } : repeat ? { repeat } : nesting ? { nesting } : {};
  for (const [name, value] of Object.entries(asked)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `${name}: the layout d3-cloud has only words in a rectangle, got ${describeValue(value)}`,
    );
  }
}

/**
 * Lays words out by d3-cloud (an optional package), for those who have tuned to its look. Sizes, angles and colours are
 * those of {@link arrangeCloud}, in whole pixels; the places are d3-cloud's, from `seed`, with the ink of the fonts
 * that are drawn. Words that it drops are in `unplaced`.
 *
 * @throws {RedianError} MISSING_PACKAGE if it is not installed, INVALID_ARGUMENT for an option that it has not
 */
export async function arrangeWithD3Cloud(
  words: readonly CloudWord[],
  options: LayoutOptions,
): Promise<Arrangement> {
  refuseForeign(options);
  const d3Cloud = await loadD3Cloud();
  const own = arrangeCloud(words, options);
  const { placed: candidates } = own;
  const { width, height, margin, padding, fonts, seed } = resolveOptions(options);
  // It counts columns in integers of 32 bits and forgets what is left over.
  const wide = Math.floor((width - 2 * margin) / 32) * 32;
  const tall = Math.floor(height - 2 * margin);
  const placed = new Map<number, D3Word>();
  if (wide > 0 && tall > 0 && candidates.count > 0) {
    d3Cloud()
      .size([wide, tall])
      .canvas(() => new SpriteCanvas(fonts))
      .words(
        Array.from({ length: candidates.count }, (_, index) => {
          const { text, size, rotation } = candidates.word(index);
          return { text, size, rotate: rotation, index };
        }),
      )
      .padding(Math.round(padding / 2))
      .rotate(({ rotate }) => rotate)
      .fontSize(({ size }) => size)
      .random(seededRandom(seed))
      .on('end', (found) => {
        for (const word of found) placed.set(word.index, word);
      })
      .start();
  }
  const places: number[] = [];
  const boxes: number[] = [];
  const dropped: UnplacedWord[] = [];
  for (let index = 0; index < candidates.count; index++) {
    const { text, weight, rotation } = candidates.word(index);
    const found = placed.get(index);
    if (!found) {
      dropped.push({ text, weight, reason: 'no-room' });
      continue;
    }
    const run = shapeWord(text, fonts);
    const { sin, cos } = turn(rotation);
    const back = (run.advance * found.size) / 2;
    const x = snap(width / 2 + (found.x ?? 0) - back * cos);
    const y = snap(height / 2 + (found.y ?? 0) - back * sin);
    const { xMin, yMin, xMax, yMax } = inkBounds(run.bounds, found.size, rotation);
    boxes.push(snap(x + xMin), snap(y + yMin), snap(xMax - xMin), snap(yMax - yMin));
    places.push(candidates.places[placeNumbers * index], found.size, x, y);
  }
  const arranged = candidates.at(Float64Array.from(places), Float64Array.from(boxes));
  return {
    ...own,
    unplaced: [...own.unplaced, ...dropped],
    placed: arranged,
    ...colorWords(arranged, { width, height, margin }, options),
  };
}
