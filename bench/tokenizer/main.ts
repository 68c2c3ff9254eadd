/**
 * How fast is the tokenizer beside its peers? `npx tsx bench/tokenizer/main.ts`, after `npm run build:data` and
 * `npm run bench:peers`. Writes docs/benchmarks-tokenizer.md and its English twin.
 *
 * Each runs in a process of its own; they take turns on the same texts, round after round, and processor time is counted, not
 * the clock, so that what else the machine does hits all alike; medians and quartiles of the rounds.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Both, between, machine, Page, type Said } from '../page.js';
import { contenders, mustCompare } from './contenders.js';
import { corpora } from './corpora.js';
import { Runner } from './runner.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** How long a turn lasts; a pass through the texts that has begun is finished. */
const TURN_MS = 200;
/** The turn before those that count: until its end engines still compile what they run. */
const WARM_UP_MS = 1500;

interface Row {
  readonly runner: Runner;
  readonly speeds: number[];
  isTooSlow: boolean;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

async function main(): Promise<void> {
  const page = new Page(
    { zh: '分词基准', en: 'Benchmarks of the tokenizer' },
    {
      zh: `由 \`npx tsx bench/tokenizer/main.ts\` 写成（对手先用 \`npm run bench:peers\` 装好）。数字是每秒百万个 UTF-16 单元：各方各在自己的进程里，先预热 ${WARM_UP_MS / 1000} 秒，再轮流跑 ${ROUNDS} 轮，每轮 ${TURN_MS} 毫秒（开了头的一遍跑完为止），取中位数，旁边是四分位；倍数是与同一次运行里 @node-rs/jieba 的中位数之比。计的是处理器时间。对手切出的词先与 Python jieba 的切法核对过，对不上就不比。`,
      en: `Written by \`npx tsx bench/tokenizer/main.ts\` (peers: \`npm run bench:peers\`). Million UTF-16 units a second of processor time, each in a process of its own, median of ${ROUNDS} rounds in which all take turns of ${TURN_MS} ms (a pass that has begun is finished) after ${WARM_UP_MS / 1000} s that are not counted (quartiles), and the ratio of medians to @node-rs/jieba in the same run. What the peers cut is compared first; one that cuts otherwise fails the bench.`,
    },
  );
  page.paragraph(machine());

  const runners: Runner[] = [];
  for (const contender of contenders) {
    try {
      runners.push(await Runner.start(contender));
    } catch (error) {
      const why = (error as Error).message.replace(/^Error: /, '').replace(/ (?:at )?\/.*/, '');
      page.paragraph({ zh: `没有测 ${contender.id}：${why}`, en: `Not measured: ${contender.id}, ${why}` });
    }
  }

  for (const [corpus, { name, texts }] of corpora().entries()) {
    await mustCompare(runners, corpus, name.en, texts);
    const rows: Row[] = [];
    for (const runner of runners) {
      const { speed, isTooSlow } = await runner.turn(corpus, WARM_UP_MS);
      rows.push({ runner, speeds: isTooSlow ? [speed] : [], isTooSlow });
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const { runner, speeds, isTooSlow } of rows)
        if (!isTooSlow) speeds.push((await runner.turn(corpus, TURN_MS)).speed);
    const reference = rows.find((row) => row.runner.contender.id === '@node-rs/jieba cut');
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    const millions = (units / 1e6).toFixed(2);
    page.heading({
      zh: `${name.zh}：${texts.length} 条，${millions} 百万单元`,
      en: `${name.en}: ${texts.length} texts, ${millions} million units`,
    });
    page.head(
      [
        { zh: '分词器', en: 'tokenizer' },
        { zh: '百万字/秒', en: 'Mchar/s' },
        { zh: '四分位', en: 'quartiles' },
        { zh: '倍数', en: 'ratio' },
      ],
      'lrrr',
    );
    for (const { runner, speeds, isTooSlow } of rows) {
      const median = quantile(speeds, 0.5);
      const ratio = reference === undefined ? Number.NaN : median / quantile(reference.speeds, 0.5);
      const label = runner.contender.name;
      page.row([
        isTooSlow ? suffixed(label, { zh: '（只算前 4 秒）', en: ' (first 4 s only)' }) : label,
        median.toFixed(2),
        between(quantile(speeds, 0.25).toFixed(2), quantile(speeds, 0.75).toFixed(2)),
        Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)}x`,
      ]);
    }
  }
  for (const runner of runners) runner.stop();

  page.heading({
    zh: '载入与内存，各自在单独的进程里',
    en: 'Load and memory, each in a process of its own',
  });
  page.paragraph({
    zh: '到切出第一个词为止的时间，以及那时多占的常驻内存，三次的中位数。对手从导入包算起；我们从模块载入之后算起，因为测试程序是边跑边编译 TypeScript 的。',
    en: 'To the first word cut, and resident memory gained by then; medians of 3. Peers from the import of their package on; ours from the loaded module on, since the bench compiles its TypeScript as it goes.',
  });
  page.head(
    [
      { zh: '分词器', en: 'tokenizer' },
      { zh: '载入，毫秒', en: 'load ms' },
      { zh: '常驻内存，MB', en: 'resident MB' },
    ],
    'lrr',
  );
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const measure = (id: string): { ms: number; bytes: number } | undefined => {
    const runs = Array.from({ length: 3 }, () => {
      const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', script, id], {
        encoding: 'utf8',
      });
      return status === 0 ? (JSON.parse(stdout) as { ms: number; bytes: number }) : undefined;
    }).filter((run) => run !== undefined);
    if (runs.length === 0) return undefined;
    return {
      ms: quantile(
        runs.map((run) => run.ms),
        0.5,
      ),
      bytes: quantile(
        runs.map((run) => run.bytes),
        0.5,
      ),
    };
  };
  for (const { id, name } of runners.map(({ contender }) => contender)) {
    if (id.startsWith('redian') && id !== 'redian cut') continue;
    const result = measure(id);
    if (result === undefined) throw new Error(`${id} cannot be loaded in a process of its own`);
    page.row([name, result.ms.toFixed(1), (result.bytes / 1e6).toFixed(1)]);
  }
  page.heading({ zh: '加一万个用户词', en: 'Adding 10,000 words of the user' });
  page.paragraph({
    zh: '在单独的进程里，第一次加词，一个一个地加；`npx tsx bench/tokenizer/add.ts`，五次的中位数。处理器时间里还有引擎在别的线程上的编译。',
    en: 'In a process of its own that has added none before, one by one; `npx tsx bench/tokenizer/add.ts`, medians of 5. Processor time includes what the engine compiles in other threads.',
  });
  page.head(['', { zh: '毫秒', en: 'ms' }, { zh: '处理器时间，毫秒', en: 'processor ms' }], 'lrr');
  for (const [kind, name] of [
    ['given', { zh: '带词频', en: 'with a frequency' }],
    ['suggested', { zh: '不带词频', en: 'without a frequency' }],
  ] as const) {
    const runs = Array.from({ length: 5 }, () => added(kind));
    const median = (of: (run: Added) => number): string => quantile(runs.map(of), 0.5).toFixed(0);
    page.row([name, median(({ ms }) => ms), median(({ processor }) => processor)]);
  }
  page.notes(new URL('tried', import.meta.url));
  page.save('benchmarks-tokenizer');
}

interface Added {
  readonly ms: number;
  readonly processor: number;
}

function added(kind: 'given' | 'suggested'): Added {
  const script = fileURLToPath(new URL('add.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, kind], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`words cannot be added: ${stderr}`);
  return JSON.parse(stdout) as Added;
}

function suffixed(said: Said, { zh, en }: Both): Both {
  return typeof said === 'string' ? { zh: said + zh, en: said + en } : { zh: said.zh + zh, en: said.en + en };
}

await main();
