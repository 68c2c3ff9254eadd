/** The layouts that redian is compared with: d3-cloud (npm install in bench/peers, or PEERS=folder) and python3-wordcloud. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { defaultFontSync } from '../../src/cloud/index.js';
import type { SizedWord } from './words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const peers = process.env.PEERS ?? `${root}bench/peers`;
const fontFile = `${root}dist/data/RedianSansSC-Bold.ttf`;

/** Smallest box around the ink of a placed word, in pixels. */
export interface InkBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * @throws if what a peer placed is no cloud of these words: less than a third of them, or words outside of the picture. Its time
 *   would then be that of other work.
 */
function mustCompare(
  peer: string,
  boxes: readonly InkBox[],
  words: readonly SizedWord[],
  width: number,
  height: number,
): readonly InkBox[] {
  if (boxes.length * 3 < words.length)
    throw new Error(`${peer} is not comparable: it placed ${boxes.length} of ${words.length} words`);
  const outside = boxes.filter(
    (box) => box.x < -2 || box.y < -2 || box.x + box.width > width + 2 || box.y + box.height > height + 2,
  );
  if (outside.length > 0)
    throw new Error(`${peer} is not comparable: ${outside.length} words stand outside of the picture`);
  return boxes;
}

/** A layout to be run: gives the boxes of the words that it placed. */
export type Run = () => Promise<readonly InkBox[]> | readonly InkBox[];

/** A word that d3-cloud has placed: x and y from the middle of the picture to the middle of the baseline. */
interface D3Word {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** What is called of d3-cloud. */
interface D3Layout {
  size(size: readonly number[]): void;
  canvas(create: () => unknown): void;
  words(words: readonly object[]): void;
  padding(pixels: number): void;
  rotate(degrees: () => number): void;
  font(family: string): void;
  fontWeight(weight: string): void;
  fontSize(size: (word: { readonly size: number }) => number): void;
  on(event: 'end', done: (placed: readonly D3Word[]) => void): void;
  start(): void;
}

export function d3Cloud(words: readonly SizedWord[], width: number, height: number): Run | undefined {
  if (!existsSync(`${peers}/node_modules/d3-cloud`)) return undefined;
  const cloud: () => D3Layout = createRequire(`${peers}/package.json`)('d3-cloud');
  const { createCanvas, GlobalFonts } = createRequire(import.meta.url)('@napi-rs/canvas');
  GlobalFonts.registerFromPath(fontFile, 'Redian Sans SC');
  const context = createCanvas(1, 1).getContext('2d');
  context.font = 'bold 100px "Redian Sans SC"';
  const [theirs, ours] = [
    context.measureText('热点 redian').width,
    100 * shapeWord('热点 redian', [defaultFontSync()]).advance,
  ];
  if (Math.abs(theirs - ours) > 2)
    throw new Error(
      `d3-cloud is not comparable: its canvas draws another font, ${theirs} px wide instead of ${ours}`,
    );
  return () =>
    new Promise<readonly InkBox[]>((resolve) => {
      const layout = cloud();
      layout.size([width, height]);
      layout.canvas(() => createCanvas(1, 1));
      layout.words(words.map(({ text, size }) => ({ text, size })));
      layout.padding(1);
      layout.rotate(() => 0);
      layout.font('Redian Sans SC');
      layout.fontWeight('bold');
      layout.fontSize((word: { size: number }) => word.size);
      layout.on('end', (placed) => {
        const boxes = placed.map((word) => inkBox(word, width, height));
        resolve(mustCompare('d3-cloud', boxes, words, width, height));
      });
      layout.start();
    });
}

function inkBox({ text, size, x, y }: D3Word, width: number, height: number): InkBox {
  const { bounds, advance } = shapeWord(text, [defaultFontSync()]);
  const { xMin, xMax, yMin, yMax } = bounds;
  return {
    x: width / 2 + x + (xMin - advance / 2) * size,
    y: height / 2 + y - yMax * size,
    width: (xMax - xMin) * size,
    height: (yMax - yMin) * size,
  };
}

/** What word_cloud did, and how long the run took of the processor. */
interface PythonResult {
  readonly ms: number;
  /** In whole pixels; `index` is the word's. */
  readonly boxes: readonly (InkBox & { readonly index: number })[];
}

/** word_cloud lays out by the sizes that it makes of frequencies; its loop is run here on given sizes. */
const python = `
import sys, json, time, random
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from wordcloud.wordcloud import IntegralOccupancyMap
words, width, height, font = json.load(open(sys.argv[1]))
def run():
    image = Image.new("L", (width, height)); draw = ImageDraw.Draw(image)
    occupancy = IntegralOccupancyMap(height, width, None); rng = random.Random(1); placed = []
    for index, word in enumerate(words):
        face = ImageFont.truetype(font, word["size"])
        box = draw.textbbox((0, 0), word["text"], font=face, anchor="lt")
        found = occupancy.sample_position(box[3] + 2, box[2] + 2, rng)
        if found is None: continue
        y, x = found[0] + 1, found[1] + 1
        placed.append({"index": index, "x": x, "y": y, "width": box[2], "height": box[3]})
        draw.text((x, y), word["text"], fill="white", font=face, anchor="lt")
        occupancy.update(np.asarray(image), y, x)
    return placed
started = time.process_time(); boxes = run(); ms = (time.process_time() - started) * 1000
print(json.dumps({"ms": ms, "boxes": boxes}))
`;

export function pythonWordCloud(
  words: readonly SizedWord[],
  width: number,
  height: number,
): PythonResult | undefined {
  const folder = mkdtempSync(`${tmpdir()}/redian-bench-`);
  writeFileSync(`${folder}/words.json`, JSON.stringify([words, width, height, fontFile]));
  writeFileSync(`${folder}/run.py`, python);
  let printed: string;
  try {
    printed = execFileSync('/usr/bin/python3', [`${folder}/run.py`, `${folder}/words.json`], {
      maxBuffer: 1 << 26,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    console.log(`word_cloud skipped: ${String(error).split('\n')[0]}`);
    return undefined;
  }
  const result = JSON.parse(printed) as PythonResult;
  mustCompare('word_cloud', result.boxes, words, width, height);
  return result;
}
