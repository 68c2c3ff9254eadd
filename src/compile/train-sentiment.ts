/**
 * Trains the linear model of sentiment and writes dictionaries/sentiment-weights.tsv, a table that can be read and
 * reviewed. Run by hand: `npx tsx src/compile/train-sentiment.ts FOLDER [--hold-out]`, FOLDER holding the public sets
 * (waimai_10k.tsv, online_shopping_10_cats.tsv.gz, weibo_senti_dev.tsv, usual_eval_labeled.tsv,
 * virus_eval_labeled.tsv, finance_news_half.tsv, twitter_fin_news_en__sent_train.tsv). With --hold-out a fifth of
 * each set is kept back and measured, and nothing is written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { compareStrings } from '../base/compare.js';
import { seededRandom } from '../base/random.js';
import { featuresOf } from '../sentiment/features.js';
import { LinearModel } from '../sentiment/model.js';
import { Tokenizer } from '../tokenizer/index.js';

interface Example {
  readonly set: string;
  readonly features: readonly string[];
  readonly label: 0 | 1;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: train-sentiment FOLDER [--hold-out]');
const holdOut = process.argv.includes('--hold-out');
const tokenizer = Tokenizer.loadSync();
const examples: Example[] = [];

function read(name: string): string[][] {
  const bytes = readFileSync(`${folder}/${name}`);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

function add(set: string, text: string | undefined, label: 0 | 1 | undefined): void {
  if (text === undefined || label === undefined) return;
  examples.push({ set, features: featuresOf(tokenizer.segment(text)), label });
}

const binary = new Map<string, 0 | 1>([
  ['0', 0],
  ['1', 1],
]);
for (const [label = '', text] of read('waimai_10k.tsv')) add('waimai', text, binary.get(label));
for (const row of read('online_shopping_10_cats.tsv.gz')) {
  const label = row.find((cell) => cell === '0' || cell === '1');
  add('shopping', row[row.length - 1], binary.get(label ?? ''));
}
for (const [label = '', text = ''] of read('weibo_senti_dev.tsv')) {
  add('weibo', text.replace(/\[[^\]]{1,8}\]/g, ''), binary.get(label));
}
const moods = new Map<string, 0 | 1>([
  ['happy', 1],
  ['angry', 0],
  ['sad', 0],
  ['fear', 0],
]);
for (const name of ['usual', 'virus']) {
  for (const [label = '', text] of read(`${name}_eval_labeled.tsv`)) add(name, text, moods.get(label));
}
for (const row of read('finance_news_half.tsv')) add('finance', row[4], binary.get(row[0] ?? ''));
for (const [label = '', text] of read('twitter_fin_news_en__sent_train.tsv')) {
  add('twitter-finance', text, binary.get(label));
}

const random = seededRandom(1);
const train: Example[] = [];
const test: Example[] = [];
for (const example of examples) (holdOut && random() < 0.2 ? test : train).push(example);
for (let i = train.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [train[i], train[j]] = [train[j] as Example, train[i] as Example];
}

const counts = new Map<string, number>();
for (const { features } of train)
  for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
const ids = new Map<string, number>();
for (const [feature, count] of counts) if (count >= 5) ids.set(feature, ids.size);
// Sets count alike, whatever their size, but for a root.
const setSizes = new Map<string, number>();
for (const { set } of train) setSizes.set(set, (setSizes.get(set) ?? 0) + 1);

const weights = new Float64Array(ids.size);
const squares = new Float64Array(ids.size).fill(1e-6);
let bias = 0;
const rate = 0.15;
const decay = 2e-5;
for (let epoch = 0; epoch < 12; epoch++) {
  for (const { features, label, set } of train) {
    const known = [...new Set(features)].map((feature) => ids.get(feature)).filter((id) => id !== undefined);
    if (known.length === 0) continue;
    const scale = 1 / Math.sqrt(known.length);
    let logit = bias;
    for (const id of known) logit += (weights[id] as number) * scale;
    const importance = Math.min(4, Math.sqrt(20000 / (setSizes.get(set) as number)));
    const error = (label - 1 / (1 + Math.exp(-logit))) * importance;
    bias += 0.002 * error;
    for (const id of known) {
      const gradient = error * scale - decay * (weights[id] as number) * 50;
      squares[id] = (squares[id] as number) + gradient * gradient;
      weights[id] = (weights[id] as number) + (rate * gradient) / Math.sqrt(squares[id] as number);
    }
  }
}

const kept = [...ids]
  .map(([feature, id]) => [feature, weights[id] as number] as const)
  .filter(([, weight]) => Math.abs(weight) >= 0.5);
if (holdOut) {
  const model = new LinearModel(new Map(kept), bias);
  const right = new Map<string, [number, number]>();
  for (const { set, features, label } of test) {
    const tally = right.get(set) ?? [0, 0];
    right.set(set, tally);
    tally[1]++;
    if (model.logit(features) > 0 === (label === 1)) tally[0]++;
  }
  for (const [set, [good, all]] of right) console.log(set, (good / all).toFixed(3), all);
  console.log('weights', kept.length);
} else {
  kept.sort((a, b) => compareStrings(a[0], b[0]));
  const lines = kept.map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}`);
  const header = `# Weights of the linear model of sentiment: positive against negative. Columns: feature (a word, or two neighbours joined
# by a space), weight. The first row is the bias. Made by src/compile/train-sentiment.ts from public sets: waimai_10k,
# online_shopping_10_cats and weibo_senti_100k (ChineseNlpCorpus), SMP2020 EWECT, finance news (wwwxmu), Twitter financial
# news (zeroshot). The table holds figures only, none of the texts.
# Source: computed for redian from these sets. Licence: MIT.
feature\tweight
`;
  writeFileSync(
    new URL('../../dictionaries/sentiment-weights.tsv', import.meta.url),
    `${header}(bias)\t${bias.toFixed(4)}\n${lines.join('\n')}\n`,
  );
  console.log(`${kept.length} weights`);
}
