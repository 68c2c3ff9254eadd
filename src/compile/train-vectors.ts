/**
 * Trains the bundled word vectors and writes them as dictionaries/word-vectors.tsv holds them. Run by hand, after
 * `npm run build:data`; the build compiles the table into dist/data/word-vectors.bin.
 *
 *     npx tsx src/compile/train-vectors.ts titles.txt.gz headlines.jsonl lm_sc.arpa > dictionaries/word-vectors.tsv
 *
 * Files: one post a line; of lines of JSON the field `text`; gzip by the name's end; `.arpa` is a language model, of which the
 * bigrams are read (lm_sc.arpa: in data/ of libime's source, packed). Half a minute for 800,000 titles and two million bigrams.
 * For vectors of a corpus of your own there is the command `redian vectors`.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { StopWords } from '../counting/stop-words.js';
import { countingTerms } from '../counting/terms.js';
import { Tokenizer } from '../tokenizer/index.js';
import { trainWordVectors, type WordPair } from '../vectors/index.js';
import { arpaBigrams } from './arpa.js';
import { formatVectors } from './vectors-text.js';

const DIMENSIONS = 56;
const MIN_COUNT = 5;

/** Bigrams are counted as if the language model had been made of so many words; whoever has MIN_COUNT of them is kept. */
const MODEL_WORDS = 8_000_000;

const paths = process.argv.slice(2);
const models = paths.filter((path) => path.endsWith('.arpa'));
const texts = paths.filter((path) => !path.endsWith('.arpa'));
if (texts.length === 0) throw new Error('usage: train-vectors FILE... [MODEL.arpa]');
const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();

const termsOf = (text: string): string[] =>
  countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key);

function* documents(): Generator<string[]> {
  for (const path of texts) {
    const bytes = readFileSync(path);
    const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    for (const line of lines) {
      if (line.trim() === '') continue;
      yield termsOf(/\.jsonl(\.gz)?$/.test(path) ? String(JSON.parse(line).text) : line);
    }
  }
}

/** Bigrams of words under the names by which texts are counted, without words that count nothing and those cut otherwise here. */
function* pairs(): Generator<WordPair> {
  const names = new Map<string, string | undefined>();
  const nameOf = (word: string): string | undefined => {
    if (!names.has(word)) {
      const terms = termsOf(word);
      names.set(word, terms.length === 1 ? terms[0] : undefined);
    }
    return names.get(word);
  };
  for (const path of models) {
    for (const { first, second, probability } of arpaBigrams(readFileSync(path, 'utf8'))) {
      const word = nameOf(first);
      const other = nameOf(second);
      if (word !== undefined && other !== undefined) yield [word, other, probability * MODEL_WORDS];
    }
  }
}

const { table } = trainWordVectors(documents(), {
  dimensions: DIMENSIONS,
  minCount: MIN_COUNT,
  pairs: pairs(),
});
process.stdout.write(formatVectors(table));
