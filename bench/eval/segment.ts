/**
 * Analysis mode measured: `npx tsx bench/eval/segment.ts`. F1 of words on the gold standards beside `cut`'s. Needs the
 * measuring data.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { hasNameDot } from '../../src/text/name-dot.js';
import { type Token, Tokenizer } from '../../src/tokenizer/index.js';

const data = process.env.REDIAN_DATA ?? '../shared/data';
const tokenizer = Tokenizer.loadSync();

function spans(words: readonly string[]): Set<string> {
  const set = new Set<string>();
  let at = 0;
  for (const word of words) {
    set.add(`${at}:${at + word.length}`);
    at += word.length;
  }
  return set;
}

/** Amounts, and foreign names with a dot. */
function isKeptWhole({ kind, text }: Token): boolean {
  return kind === 'number' || (kind === 'word' && hasNameDot(text));
}

function f1(lines: readonly string[][], cut: (text: string) => string[]): number {
  let correct = 0;
  let gold = 0;
  let found = 0;
  for (const words of lines) {
    const wanted = spans(words);
    const given = spans(cut(words.join('')));
    gold += wanted.size;
    found += given.size;
    for (const span of given) if (wanted.has(span)) correct++;
  }
  return (2 * correct) / (gold + found);
}

/** The words of each line of a standard; undefined where it is not there. */
function gold(name: string): string[][] | undefined {
  const path = `${data}/segmentation/${name}`;
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/u));
}

for (const name of ['pku_test_gold.utf8', 'udc_dev_gold.txt', 'udc_test_gold.txt']) {
  const lines = gold(name);
  if (lines === undefined) continue;
  const cut = f1(lines, (text) => tokenizer.cut(text));
  const segment = f1(lines, (text) => tokenizer.segment(text).map((token) => token.text));
  // The gold standards cut 2009年 and 100米 in two, one of them 比尔·盖茨 too; analysis mode keeps both whole on purpose.
  const words = f1(lines, (text) =>
    tokenizer
      .segment(text)
      .flatMap((token) => (isKeptWhole(token) ? tokenizer.cut(token.text) : [token.text])),
  );
  console.log(
    `${name}: F1 cut ${cut.toFixed(4)}, segment ${segment.toFixed(4)}, segment with amounts and names cut as cut does ${words.toFixed(4)}`,
  );
}

/** Lines in traditional characters, by OpenCC's phrases; undefined where the command is not installed. */
function traditional(lines: readonly string[][]): string[][] | undefined {
  const { status, stdout } = spawnSync('opencc', ['-c', 's2t.json'], {
    input: lines.map((words) => words.join(' ')).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return undefined;
  return stdout.split('\n').map((line) => line.split(' '));
}

for (const name of ['pku_test_gold.utf8', 'udc_test_gold.txt']) {
  const lines = gold(name);
  if (lines === undefined) continue;
  const converted = traditional(lines);
  if (converted === undefined) {
    console.log(`${name} in traditional characters: opencc is not installed`);
    continue;
  }
  const segment = (text: string): string[] => tokenizer.segment(text).map((token) => token.text);
  const same = lines.filter((words, i) => {
    const lengths = (text: string): string =>
      segment(text)
        .map((word) => word.length)
        .join();
    return lengths(words.join('')) === lengths((converted[i] as string[]).join(''));
  }).length;
  console.log(
    `${name} in traditional characters: F1 segment ${f1(converted, segment).toFixed(4)} (simplified ${f1(lines, segment).toFixed(4)}), ` +
      `cut ${f1(converted, (text) => tokenizer.cut(text)).toFixed(4)}; cut at the same places ${same} of ${lines.length} lines`,
  );
}
