/**
 * How fast is the layout alone? `npx tsx bench/cloud/layout.ts [words width height]...`
 *
 * The same words in the same sizes, font and padding for redian, d3-cloud (npm install d3-cloud in bench/peers, or
 * PEERS=folder) and amueller/word_cloud (Debian: python3-wordcloud); what is absent is skipped. redian and d3-cloud take
 * turns in one process, after a warm-up. Milliseconds of the processor, so that a busy machine counts for little: the
 * best and the median of the runs; ratios to redian of both.
 */
import { layoutCloud } from '../../src/cloud/index.js';
import { d3Cloud, pythonWordCloud, type Run } from './peers.js';
import { sizedWords } from './words.js';

interface Result {
  readonly bestMs: number;
  readonly medianMs: number;
  readonly placed: number;
}

async function cpuMs(run: Run): Promise<{ readonly ms: number; readonly placed: number }> {
  const before = process.cpuUsage();
  const placed = (await run()).length;
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

function line(name: string, result: Result | undefined, base: Result): void {
  if (!result) {
    console.log(`  ${name.padEnd(12)} not installed`);
    return;
  }
  const [best, median] = [result.bestMs / base.bestMs, result.medianMs / base.medianMs];
  // Who drops words saves their time.
  const each =
    result.placed < base.placed
      ? `; for each placed word ${((median * base.placed) / result.placed).toFixed(0)}x`
      : '';
  console.log(
    `  ${name.padEnd(12)} ${result.bestMs.toFixed(1).padStart(8)} ms best, ${result.medianMs.toFixed(1).padStart(8)} median  ` +
      `${result.placed} placed  ${best.toFixed(0)}x best, ${median.toFixed(0)}x median${each}`,
  );
}

const cases = [
  [500, 800, 600],
  [1000, 1600, 1200],
  // As much room for a word as before: words of the same sizes, all of which d3-cloud places.
  [2000, 2263, 1697],
  [5000, 3578, 2683],
  // The same picture: smaller words.
  [2000, 1600, 1200],
  [5000, 1600, 1200],
];
const asked = process.argv.slice(2).map(Number);
for (const [count, width, height] of asked.length >= 3 ? [asked.slice(0, 3)] : cases) {
  const words = sizedWords(count, width, height, 0.6);
  console.log(
    `${count} words, ${width}x${height}, boxes fill 0.6, sizes ${words[0].size} to ${words[count - 1].size} px`,
  );
  // Two lists in turn, the last two texts exchanged: words that were set just before would stay set.
  const last = words[count - 1];
  const before = words[count - 2];
  const exchanged = [
    ...words.slice(0, count - 2),
    { ...before, text: last.text },
    { ...last, text: before.text },
  ];
  let turn = 0;
  const own = () =>
    layoutCloud(turn++ % 2 === 0 ? words : exchanged, {
      ...{ width, height, margin: 0, padding: 2, wordSpace: 0, shrink: false },
    }).words.map(({ box }) => box);
  const peer = d3Cloud(words, width, height);
  const [redian, d3] = await measure(peer ? [own, peer] : [own], 5);
  line('redian', redian, redian);
  line('d3-cloud', d3, redian);
  const python = process.env.NO_PYTHON ? undefined : pythonWordCloud(words, width, height);
  line('word_cloud', python && summary([python.ms], python.boxes.length), redian);
}
