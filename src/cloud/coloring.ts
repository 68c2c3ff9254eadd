import type { OptionNames } from '../base/check.js';
import { RedianError } from '../errors.js';
import { type Area, fitPicture } from './area.js';
import type { Arrangement, PlacedWords } from './arrangement.js';
import type { UncoloredWord } from './cloud-layout.js';
import { formatColor, parseColor, type Rgba } from './color.js';
import { isDark, mix, readable } from './contrast.js';
import { openKernel } from './kernel.js';
import { type Palette, type PaletteName, resolvePalette } from './palette.js';
import type { Pixels } from './raster/paint.js';

/** Gives a word its colour: a CSS colour such as `#1667a8`. `index` counts from the largest word. */
export type ColorFunction = (word: UncoloredWord, index: number) => string;

export interface ColorOptions {
  /** A name of `palettes` or colours of your own. Default: `dark` where the background is dark, else `light`. */
  readonly palette?: PaletteName | Palette | undefined;
  /** CSS colour of the ground, or `transparent`. Default: that of the palette. */
  readonly background?: string | undefined;
  /**
   * What decides a word's colour: the `palette` so that neighbours differ (default), its `topic`, its `sentiment`
   * (green to red by way of grey), the mean colour of a picture under it, fitted as a mask is, or a function.
   */
  readonly colorBy?: 'palette' | 'topic' | 'sentiment' | Pixels | ColorFunction | undefined;
  readonly seed?: number | undefined;
}

export const colorOptions: OptionNames<ColorOptions> = {
  palette: true,
  background: true,
  colorBy: true,
  seed: true,
};

/** Picks for each word the colour least used next to it, so that neighbours differ: kernel/neighbours.ts. */
function byNeighbours(
  { count, boxes }: PlacedWords,
  colors: readonly string[],
  width: number,
  height: number,
  seed: number,
): string[] {
  const kernel = openKernel();
  const { functions } = kernel;
  const boxesAt = kernel.take(boxes.byteLength);
  const work = kernel.take(functions.coloringBytes(width, height, colors.length));
  const picked = kernel.take(4 * count);
  kernel.doubles.set(boxes, boxesAt >> 3);
  functions.colorBoxes(boxesAt, count, colors.length, seed ^ 0x2c0105, work, picked);
  const { ints } = kernel;
  return colorEach(count, (index) => colors[ints[(picked >> 2) + index]]);
}

function colorEach(count: number, colorOf: (index: number) => string): string[] {
  const colors = new Array<string>(count);
  for (let index = 0; index < count; index++) colors[index] = colorOf(index);
  return colors;
}

function byTopic(placed: PlacedWords, colors: readonly string[]): string[] {
  const order = new Map<string | number, number>();
  return colorEach(placed.count, (index) => {
    const { topic } = placed.given(index);
    if (topic === undefined) return colors[colors.length - 1];
    const known = order.get(topic) ?? order.size;
    order.set(topic, known);
    return colors[known % colors.length];
  });
}

function bySentiment(placed: PlacedWords, ground: Rgba): string[] {
  const light = !isDark(ground);
  const neutral: Rgba = light ? [100, 116, 139, 255] : [148, 163, 184, 255];
  const good: Rgba = light ? [4, 120, 87, 255] : [52, 211, 153, 255];
  const bad: Rgba = light ? [190, 18, 60, 255] : [251, 113, 133, 255];
  return colorEach(placed.count, (index) => {
    const { sentiment = 0 } = placed.given(index);
    return formatColor(mix(neutral, sentiment < 0 ? bad : good, Math.sqrt(Math.abs(sentiment))));
  });
}

function fromImage({ count, boxes }: PlacedWords, image: Pixels, area: Area, ground: Rgba): string[] {
  const { data } = image;
  if (!(image.width > 0 && image.height > 0) || data.length !== 4 * image.width * image.height) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `colorBy: expected ${4 * image.width * image.height} bytes of RGBA, got ${data.length}`,
    );
  }
  const { left: startX, top: startY, scale } = fitPicture(image, area);
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return colorEach(count, (index) => {
    const [boxX, boxY, wide, tall] = boxes.subarray(4 * index, 4 * index + 4);
    const left = within(Math.floor((boxX - startX) / scale), image.width - 1);
    const top = within(Math.floor((boxY - startY) / scale), image.height - 1);
    const right = within(Math.ceil((boxX + wide - startX) / scale), image.width);
    const bottom = within(Math.ceil((boxY + tall - startY) / scale), image.height);
    let [red, green, blue, weight] = [0, 0, 0, 0];
    for (let y = top; y < Math.max(bottom, top + 1); y++) {
      for (let x = left; x < Math.max(right, left + 1); x++) {
        const at = 4 * (y * image.width + x);
        const alpha = data[at + 3];
        red += data[at] * alpha;
        green += data[at + 1] * alpha;
        blue += data[at + 2] * alpha;
        weight += alpha;
      }
    }
    const mean: Rgba = weight > 0 ? [red / weight, green / weight, blue / weight, 255] : [128, 128, 128, 255];
    return formatColor(readable(mean, ground, 2.2));
  });
}

/** The palette that is asked for; else the one that can be read on the background. */
export function paletteOf({ palette, background }: Pick<ColorOptions, 'palette' | 'background'>): Palette {
  if (palette !== undefined) return resolvePalette(palette);
  const ground = background === undefined ? undefined : parseColor(background, 'background');
  return resolvePalette(ground !== undefined && ground[3] > 0 && isDark(ground) ? 'dark' : 'light');
}

/** A colour for each word, and the ground of the picture. */
export function colorWords(
  placed: PlacedWords,
  area: Area,
  options: ColorOptions,
): Pick<Arrangement, 'background' | 'inks' | 'inkOf'> {
  const palette = paletteOf(options);
  const background = options.background ?? palette.background;
  const ground = parseColor(background, 'background');
  const solid = ground[3] > 0 ? ground : parseColor(palette.background, 'palette.background');
  for (const [index, color] of palette.colors.entries()) parseColor(color, `palette.colors[${index}]`);
  const colorBy = options.colorBy ?? 'palette';
  let colors: string[];
  if (typeof colorBy === 'function') {
    colors = colorEach(placed.count, (index) => {
      const word = placed.word(index);
      const color = colorBy(word, index);
      parseColor(color, `colorBy(${JSON.stringify(word.text)})`);
      return color;
    });
  } else if (colorBy === 'palette')
    colors = byNeighbours(placed, palette.colors, area.width, area.height, options.seed ?? 1);
  else if (colorBy === 'topic') colors = byTopic(placed, palette.colors);
  else if (colorBy === 'sentiment') colors = bySentiment(placed, solid);
  else if (typeof colorBy === 'object' && colorBy !== null && 'data' in colorBy) {
    colors = fromImage(placed, colorBy, area, solid);
  } else {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `colorBy: expected palette, topic, sentiment, a picture or a function, got ${JSON.stringify(colorBy)}`,
    );
  }
  const inks = new Map<string, number>();
  const inkOf = new Int32Array(placed.count);
  for (let index = 0; index < inkOf.length; index++) {
    const { text, color: own } = placed.given(index);
    if (own !== undefined) parseColor(own, `color of ${JSON.stringify(text)}`);
    const color = own ?? colors[index];
    const ink = inks.get(color) ?? inks.size;
    if (ink === inks.size) inks.set(color, ink);
    inkOf[index] = ink;
  }
  return { background, inks: [...inks.keys()], inkOf };
}
