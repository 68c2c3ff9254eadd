/**
 * How fast is the tokenizer beside its peers? `npx tsx bench/tokenizer/main.ts`, after `npm run build:data` and
 * `npm run bench:peers`. Writes docs/benchmarks-tokenizer.md.
 *
 * All are run in turn on the same texts, round after round, and processor time is counted, not the clock, so that what
 * else the machine does hits all alike; medians and quartiles of the rounds. Load time and memory are measured in processes of their own.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders.js';
import { corpora } from './corpora.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const WARM_UP = 3;
/** A contender that takes longer than this for its first round of a corpus sits the rest out. */
const PATIENCE_MS = 4000;

interface Row {
  readonly name: string;
  readonly speeds: number[];
  tooSlow: boolean;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

async function main(): Promise<void> {
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  say('# Benchmarks of the tokenizer');
  say('');
  say(
    'Written by `npx tsx bench/tokenizer/main.ts` (peers: `npm run bench:peers`). Million UTF-16 units a second, median',
  );
  say(
    `of ${ROUNDS} interleaved rounds (quartiles), and the ratio of medians to @node-rs/jieba in the same run.`,
  );
  say(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores.`);

  const running = [];
  for (const contender of contenders) {
    try {
      running.push({ name: contender.name, run: await contender.load() });
    } catch (error) {
      say('');
      say(
        `${contender.name}: not measured, ${error instanceof Error ? error.message.split('\n')[0]?.replace(/ (?:at )?\/.*/, '') : error}`,
      );
    }
  }

  for (const { name, texts } of corpora()) {
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    const rows: Row[] = running.map((contender) => ({ name: contender.name, speeds: [], tooSlow: false }));
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      running.forEach(({ run }, i) => {
        if (rows[i].tooSlow) return;
        const started = process.cpuUsage();
        const deadline = performance.now() + PATIENCE_MS;
        let done = 0;
        for (const text of texts) {
          run(text);
          done += text.length;
          if (performance.now() > deadline) break;
        }
        const { user, system } = process.cpuUsage(started);
        const speed = done / Math.max(1, user + system);
        rows[i].tooSlow = done < units;
        if (round >= 0 || rows[i].tooSlow) rows[i].speeds.push(speed);
      });
    }
    const reference = rows.find((row) => row.name === '@node-rs/jieba cut');
    say('');
    say(`## ${name}: ${texts.length} texts, ${(units / 1e6).toFixed(2)} million units`);
    say('');
    say('| | Mchar/s | quartiles | ratio |');
    say('|---|---:|---:|---:|');
    for (const { name: label, speeds, tooSlow } of rows) {
      if (speeds.length === 0) continue;
      const median = quantile(speeds, 0.5);
      const ratio = reference === undefined ? Number.NaN : median / quantile(reference.speeds, 0.5);
      say(
        `| ${label}${tooSlow ? ' (first 4 s only)' : ''} | ${median.toFixed(2)} | ${quantile(speeds, 0.25).toFixed(2)} to ${quantile(speeds, 0.75).toFixed(2)} ` +
          `| ${Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)}x`} |`,
      );
    }
  }

  say('');
  say('## Load and memory, each in a process of its own');
  say('');
  say(
    'To the first word cut, and resident memory gained by then. Medians of 3. Peers from the import of their package on; ours from',
  );
  say('the loaded module on, since the bench compiles its TypeScript as it goes.');
  say('');
  say('| | load ms | resident MB |');
  say('|---|---:|---:|');
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const measure = (name: string): { ms: number; bytes: number } | undefined => {
    const runs = Array.from({ length: 3 }, () => {
      const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', script, name], {
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
  for (const { name } of running) {
    if (name.startsWith('redian') && name !== 'redian cut') continue;
    const result = measure(name);
    if (result !== undefined)
      say(`| ${name} | ${result.ms.toFixed(1)} | ${(result.bytes / 1e6).toFixed(1)} |`);
  }
  say('');
  say('## What was tried for speed');
  say('');
  say(
    'Six times @node-rs/jieba for `encode` and four times for `cut` were hoped for. The path through the double array takes',
  );
  say(
    'about 20 of the 60 to 90 ns that a character costs, and from 85 characters of 100 the walk ends in a miss that',
  );
  say('the processor cannot predict:');
  say('');
  say(
    '- labels apart from bases, 16 bits each, so that a miss touches 1.4 MB instead of 5.7 MB: no difference beyond noise;',
  );
  say(
    '- a bitmap over pairs of characters (128 and 256 KB) before the double array: no gain, once it was slower;',
  );
  say(
    '- the path as a function of its own, tokens followed without a call each, short unknown words interned as one',
  );
  say(
    '  number, and longer ones compared in a typed array instead of in strings: about a tenth together, within the noise.',
  );
  say('');
  say('Not tried: a WebAssembly kernel.');
  const docs = fileURLToPath(new URL('../../docs/benchmarks-tokenizer.md', import.meta.url));
  writeFileSync(docs, `${lines.join('\n')}\n`);
}

await main();
