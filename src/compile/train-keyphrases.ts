/**
 * Trains the weights of `keyphrases` and prints them as src/keywords/phrase-weights.ts holds them. Run by hand, after
 * `npm run build:data`:
 *
 *     npx tsx src/compile/train-keyphrases.ts FILE
 *
 * FILE is a table of `keywords` (several with `;`) and `text`, such as CSL's dev set. Rows of even number are learnt
 * from, those of odd number are left for measuring (bench/eval/keyphrases.ts).
 *
 * Logistic regression by AdaGrad: is the candidate one of the author's keywords?
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from '../base/random.js';
import { StopWords } from '../counting/stop-words.js';
import { Idf } from '../keywords/idf.js';
import { candidatesOf } from '../keywords/phrase-candidates.js';
import { featureNames } from '../keywords/phrase-weights.js';
import { phraseText } from '../keywords/phrase-words.js';
import { Tokenizer } from '../tokenizer/index.js';

const ROUNDS = 12;
const RATE = 0.3;
const L2 = 1e-3;

const path = process.argv[2];
if (path === undefined) throw new Error('usage: train-keyphrases FILE');
const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const idf = Idf.loadSync();

const examples: { readonly features: Float64Array; readonly wanted: boolean }[] = [];
for (const [index, line] of readFileSync(path, 'utf8').trim().split('\n').slice(1).entries()) {
  const [keywords, text] = line.split('\t');
  if (index % 2 === 1 || keywords === undefined || text === undefined) continue;
  const wanted = new Set(keywords.split(';').map((word) => word.trim().toLowerCase()));
  for (const candidate of candidatesOf(
    phraseText(text, tokenizer.segment(text), tokenizer, stopWords),
    idf,
    12,
  )) {
    examples.push({ features: candidate.features, wanted: wanted.has(candidate.text.toLowerCase()) });
  }
}

const weights = new Float64Array(featureNames.length);
const squares = new Float64Array(weights.length).fill(1e-8);
const random = seededRandom(1);
for (let step = 0; step < ROUNDS * examples.length; step++) {
  const example = examples[Math.floor(random() * examples.length)];
  if (example === undefined) continue;
  let logit = 0;
  for (const [i, value] of example.features.entries()) logit += value * (weights[i] as number);
  const error = 1 / (1 + Math.exp(-logit)) - Number(example.wanted);
  for (const [i, value] of example.features.entries()) {
    if (value === 0) continue;
    const gradient = error * value + L2 * (weights[i] as number);
    squares[i] = (squares[i] as number) + gradient * gradient;
    weights[i] = (weights[i] as number) - (RATE * gradient) / Math.sqrt(squares[i] as number);
  }
}
for (const [i, name] of featureNames.entries())
  console.log(`  ['${name}', ${(weights[i] as number).toFixed(3)}],`);
