/**
 * Trains the bundled word vectors and writes them as dictionaries/word-vectors.tsv holds them. Run by hand, after
 * `npm run build:data`; the build compiles the table into dist/data/word-vectors.bin.
 *
 *     npx tsx src/compile/train-vectors.ts titles.txt.gz headlines.jsonl > dictionaries/word-vectors.tsv
 *
 * Files: one post a line; of lines of JSON the field `text`; gzip by the name's end. A few minutes for 800,000 titles.
 * For vectors of a corpus of your own there is the command `redian vectors`.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { StopWords } from '../counting/stop-words.js';
import { countingTerms } from '../counting/terms.js';
import { Tokenizer } from '../tokenizer/index.js';
import { trainWordVectors } from '../vectors/index.js';
import { formatVectors } from './vectors-text.js';

const DIMENSIONS = 48;
const MIN_COUNT = 7;

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('usage: train-vectors FILE...');
const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();

function* documents(): Generator<string[]> {
  for (const path of paths) {
    const bytes = readFileSync(path);
    const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    for (const line of lines) {
      if (line.trim() === '') continue;
      const text = /\.jsonl(\.gz)?$/.test(path) ? String(JSON.parse(line).text) : line;
      yield countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key);
    }
  }
}

process.stdout.write(
  formatVectors(trainWordVectors(documents(), { dimensions: DIMENSIONS, minCount: MIN_COUNT }).table),
);
