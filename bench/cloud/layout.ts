/**
 * How fast is the layout alone? `npx tsx bench/cloud/layout.ts [words width height]...`
 *
 * The same words in the same sizes, font and padding for redian, d3-cloud (npm install d3-cloud in bench/peers, or
 * PEERS=folder) and amueller/word_cloud (Debian: python3-wordcloud); what is absent is skipped. redian and d3-cloud take
 * turns in one process, after a warm-up. Milliseconds of the processor, so that a busy machine counts for little: the
 * best and the median of the runs; ratios to redian of both.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { layoutCloud } from '../../src/cloud/index.js';
import { type SizedWord, sizedWords } from './words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const peers = process.env.PEERS ?? `${root}bench/peers`;
const fontFile = `${root}dist/data/RedianSansSC-Bold.ttf`;

interface Result {
  readonly bestMs: number;
  readonly medianMs: number;
  readonly placed: number;
}

/** A layout to be timed: gives the number of words that it placed. */
type Run = () => Promise<number> | number;

async function cpuMs(run: Run): Promise<{ readonly ms: number; readonly placed: number }> {
  const before = process.cpuUsage();
  const placed = await run();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, placed };
}

function summary(times: readonly number[], placed: number): Result {
  const sorted = [...times].sort((a, b) => a - b);
  return { bestMs: sorted[0], medianMs: sorted[sorted.length >> 1], placed };
}

/** Each run warmed up for a second, then all of them in turn: the quick ones more often. */
async function measure(runs: readonly Run[], rounds: number): Promise<Result[]> {
  for (const run of runs) for (let spent = 0; spent < 1000; ) spent += (await cpuMs(run)).ms + 0.01;
  const times = runs.map((): number[] => []);
  const placed = runs.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) {
      for (let spent = 0; spent < 100; ) {
        const result = await cpuMs(run);
        spent += result.ms + 0.01;
        times[index].push(result.ms);
        placed[index] = result.placed;
      }
    }
  }
  return runs.map((_, index) => summary(times[index], placed[index]));
}

/** What this bench calls of d3-cloud. */
interface D3Layout {
  size(size: readonly number[]): void;
  canvas(create: () => unknown): void;
  words(words: readonly object[]): void;
  padding(pixels: number): void;
  rotate(degrees: () => number): void;
  font(family: string): void;
  fontWeight(weight: string): void;
  fontSize(size: (word: { readonly size: number }) => number): void;
  on(event: 'end', done: (placed: readonly unknown[]) => void): void;
  start(): void;
}

function d3Cloud(words: readonly SizedWord[], width: number, height: number): Run | undefined {
  if (!existsSync(`${peers}/node_modules/d3-cloud`)) return undefined;
  const cloud: () => D3Layout = createRequire(`${peers}/package.json`)('d3-cloud');
  const { createCanvas, GlobalFonts } = createRequire(import.meta.url)('@napi-rs/canvas');
  GlobalFonts.registerFromPath(fontFile, 'Redian Sans SC');
  return () =>
    new Promise<number>((resolve) => {
      const layout = cloud();
      layout.size([width, height]);
      layout.canvas(() => createCanvas(1, 1));
      layout.words(words.map(({ text, size }) => ({ text, size })));
      layout.padding(1);
      layout.rotate(() => 0);
      layout.font('Redian Sans SC');
      layout.fontWeight('bold');
      layout.fontSize((word: { size: number }) => word.size);
      layout.on('end', (placed) => resolve(placed.length));
      layout.start();
    });
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
    occupancy = IntegralOccupancyMap(height, width, None); rng = random.Random(1); placed = 0
    for word in words:
        face = ImageFont.truetype(font, word["size"])
        box = draw.textbbox((0, 0), word["text"], font=face, anchor="lt")
        found = occupancy.sample_position(box[3] + 2, box[2] + 2, rng)
        if found is None: continue
        placed += 1
        y, x = found[0] + 1, found[1] + 1
        draw.text((x, y), word["text"], fill="white", font=face, anchor="lt")
        occupancy.update(np.asarray(image), y, x)
    return placed
times = []
for _ in range(int(sys.argv[2])):
    started = time.process_time(); placed = run(); times.append((time.process_time() - started) * 1000)
times.sort()
print(json.dumps({"bestMs": times[0], "medianMs": times[len(times) // 2], "placed": placed}))
`;

function pythonWordCloud(words: readonly SizedWord[], width: number, height: number): Result | undefined {
  const folder = mkdtempSync(`${tmpdir()}/redian-bench-`);
  writeFileSync(`${folder}/words.json`, JSON.stringify([words, width, height, fontFile]));
  writeFileSync(`${folder}/run.py`, python);
  try {
    return JSON.parse(
      execFileSync('/usr/bin/python3', [`${folder}/run.py`, `${folder}/words.json`, '1'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  } catch (error) {
    console.log(`word_cloud skipped: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

function line(name: string, result: Result | undefined, base: Result): void {
  if (!result) {
    console.log(`  ${name.padEnd(12)} not installed`);
    return;
  }
  const [best, median] = [result.bestMs / base.bestMs, result.medianMs / base.medianMs];
  console.log(
    `  ${name.padEnd(12)} ${result.bestMs.toFixed(1).padStart(8)} ms best, ${result.medianMs.toFixed(1).padStart(8)} median  ` +
      `${result.placed} placed  ${best.toFixed(0)}x best, ${median.toFixed(0)}x median`,
  );
}

const cases = [
  [500, 800, 600],
  [1000, 1600, 1200],
  [2000, 1600, 1200],
  [5000, 1600, 1200],
];
const asked = process.argv.slice(2).map(Number);
for (const [count, width, height] of asked.length >= 3 ? [asked.slice(0, 3)] : cases) {
  const words = sizedWords(count, width, height, 0.6);
  console.log(
    `${count} words, ${width}x${height}, boxes fill 0.6, sizes ${words[0].size} to ${words[count - 1].size} px`,
  );
  const own = () =>
    layoutCloud(words, { width, height, margin: 0, padding: 2, wordSpace: 0, shrink: false }).words.length;
  const peer = d3Cloud(words, width, height);
  const [redian, d3] = await measure(peer ? [own, peer] : [own], 5);
  line('redian', redian, redian);
  line('d3-cloud', d3, redian);
  if (!process.env.NO_PYTHON) line('word_cloud', pythonWordCloud(words, width, height), redian);
}
