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

const WHAT_WAS_TRIED = `## What was tried for speed

Targets: \`encode\` at six times @node-rs/jieba's cut, \`cut\` at four times, \`segment\` at once.

What a character costs, measured in pieces of the kernel on real text with tables in the cache of the second level:
copying it from the string 1 to 3 ns, recoding it and looking up its pair with the next one 3 to 5, third characters 1 to 2, the path 5 to 7,
following it 3 to 5, the hidden Markov model 1 to 6 (one character of eight goes through it), the result array .5 to 3 (a typed array
costs some 100 ns, a headline has 24 characters). Tables are 5.7 MB, and where other programs use the caches too, waiting for them adds
20 to 40 ns a character to all of it; the peer's own waits are as long, but a smaller share of what it takes.

Kept:

- WebAssembly (src/kernel/cut.ts, AssemblyScript) on a memory into which the file is read, 1.5 to 2.5 times the JavaScript;
- look-ups in passes, all pairs of neighbours first, positions that go on appended without a branch, so that memory is waited for in parallel;
- both states of the hidden Markov model that share their predecessors in one vector; the maximum and where it came from without a branch;
- words of the user in a bitmap over pairs and a hash table in the same memory: added in any number, text without them hardly notices.

Given up:

- the same passes in JavaScript: no faster than the loop they replace, which stays as fallback;
- labels apart from bases, 16 bits each, so that a miss touches 1.4 MB instead of 5.7 MB: no difference beyond noise;
- a bitmap over pairs of characters (128 and 256 KB) before the double array: no gain, once it was slower;
- a weight by rank for the present total instead of a logarithm from which it is subtracted: no gain, and every added word would rebuild it.

## What was tried for loading and import

Measured in a virtual machine in which the first touch of 4 KB of memory costs 17 µs, and once more some 10 µs when kernel and
program both touch it; elsewhere it is a hundredth of that. So what counts there is how much memory is touched, for the peers as well.

Kept:

- the file is read in pieces of 128 KB that are copied to where they belong: reading 8 MB straight there and going
  through them once took 54 ms, so 36;
- checksums by section, and computed in the kernel, whose own section is checked first: in JavaScript that is not warm 26 ms, so 3;
- strings of words in pages that are made when a word is first met, instead of one array for all words of the dictionary: 26 ms to 1;
- tables by character (codes, bases, single words) in the file instead of filled while loading: 14 ms to 0, the file 0.25 MB larger;
- what only tagging needs (1.7 MB) is read by the first \`tag\`: 7 ms, which that call then takes;
- no function of JavaScript is imported into the kernel: an instance takes 2 ms instead of 6;
- folding of characters as the bits that change, the emoji of the basic plane written out, classes filled by stretches: import of
  \`redian/tokenizer\` from 44 to 59 ms down to 22 to 32 (CommonJS), from 54 to 76 down to 32 to 48 (ES modules), of which
  Node takes 8 to 12 for an empty module.

Given up:

- memory touched before it is read into: 56 ms instead of 54, the kernel's share remains;
- a denser double array, by a longer search for free places: 3 % smaller for an 11 s build;
- code without spaces or with short names: 2 to 4 ms of import, and traces that no one can read.`;

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
  say(WHAT_WAS_TRIED);
  const docs = fileURLToPath(new URL('../../docs/benchmarks-tokenizer.md', import.meta.url));
  writeFileSync(docs, `${lines.join('\n')}\n`);
}

await main();
