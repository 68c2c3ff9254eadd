/**
 * How tightly do the layouts pack? `npx tsx bench/cloud/tightness.ts [words width height]`
 *
 * The same words in the same sizes, font and padding for redian, d3-cloud and amueller/word_cloud; what is absent is
 * skipped. The sizes are raised until the boxes of all words would fill 60 to 90 % of the picture: how many are
 * placed, what share of the picture their boxes cover, and what share of the box around all of them.
 */
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { defaultFontSync, layoutCloud } from '../../src/cloud/index.js';
import { d3Cloud, type InkBox, pythonWordCloud } from './peers.js';
import { type SizedWord, sizedWords } from './words.js';

const [count = 500, width = 800, height = 600] = process.argv.slice(2).map(Number);

function line(name: string, boxes: readonly InkBox[] | undefined): void {
  if (!boxes) {
    console.log(`  ${name.padEnd(12)} not installed`);
    return;
  }
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const percent = (share: number) => `${(100 * share).toFixed(1).padStart(5)} %`;
  console.log(
    `  ${name.padEnd(12)} ${String(boxes.length).padStart(5)} placed, cover ${percent(area / (width * height))} of the picture, ` +
      `${percent(area / ((right - left) * (bottom - top)))} of the box around them`,
  );
}

/** The box of the ink itself: word_cloud's is in whole pixels, which counts for more than the ink is. */
function inkSize({ text, size }: SizedWord): { readonly width: number; readonly height: number } {
  const { xMin, xMax, yMin, yMax } = shapeWord(text, [defaultFontSync()]).bounds;
  return { width: (xMax - xMin) * size, height: (yMax - yMin) * size };
}

console.log(`${count} words, ${width}x${height}`);
for (const fill of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const words = sizedWords(count, width, height, fill);
  console.log(`boxes of all words fill ${fill}: sizes ${words[0].size} to ${words[count - 1].size} px`);
  const options = { width, height, margin: 0, padding: 2, wordSpace: 0, shrink: false };
  line(
    'redian',
    layoutCloud(words, options).words.map(({ box }) => box),
  );
  line('d3-cloud', await d3Cloud(words, width, height)?.());
  const theirs = process.env.NO_PYTHON ? undefined : pythonWordCloud(words, width, height)?.boxes;
  line(
    'word_cloud',
    theirs?.map(({ index, x, y }) => ({ x, y, ...inkSize(words[index]) })),
  );
}
