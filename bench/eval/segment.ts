/**
 * Analysis mode measured: `npx tsx bench/eval/segment.ts`. F1 of words on the gold standards beside `cut`'s, and speed
 * beside @node-rs/jieba's cut in the same run. Needs the measuring data.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { Tokenizer } from '../../src/tokenizer/index.js';

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
  // The gold standards cut 2009年 and 100米 in two; analysis mode keeps amounts whole on purpose.
  const words = f1(lines, (text) =>
    tokenizer
      .segment(text)
      .flatMap((token) => (token.kind === 'number' ? tokenizer.cut(token.text) : [token.text])),
  );
  console.log(
    `${name}: F1 cut ${cut.toFixed(4)}, segment ${segment.toFixed(4)}, segment with amounts cut as cut does ${words.toFixed(4)}`,
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

const peer = Jieba.withDict(dict);
const texts: [string, string[]][] = [];
for (const [name, path] of [
  ['novel', 'raw/hongloumeng.txt'],
  ['titles', 'raw/hotsearch_titles.txt.gz'],
  ['feed', 'feed/ai_headlines.jsonl'],
  ['tweets', 'feed/chatgpt_tweets_2023.jsonl'],
] as const) {
  if (!existsSync(`${data}/${path}`)) continue;
  const bytes = readFileSync(`${data}/${path}`);
  const content = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = content.split('\n', 40_000);
  texts.push([
    name,
    path.endsWith('.jsonl')
      ? lines.filter((line) => line !== '').map((line) => JSON.parse(line).text)
      : lines,
  ]);
}
for (const [name, lines] of texts) {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const time = (work: (line: string) => unknown): number => {
    const runs: number[] = [];
    for (let run = 0; run < 5; run++) {
      const started = performance.now();
      for (const line of lines) work(line);
      runs.push(performance.now() - started);
    }
    return characters / (runs.sort((a, b) => a - b)[2] as number) / 1000;
  };
  const ours = time((line) => tokenizer.segment(line));
  const cut = time((line) => tokenizer.cut(line));
  const theirs = time((line) => peer.cut(line, true));
  console.log(
    `${name}: segment ${ours.toFixed(2)} Mchar/s, cut ${cut.toFixed(2)}, @node-rs/jieba ${theirs.toFixed(2)}; segment / peer ${(ours / theirs).toFixed(2)}`,
  );
}
