/** The lexicons of sentiment into one file, the weights of its linear models into another. */
import { readFileSync, writeFileSync } from 'node:fs';
import { hashFeature } from '../../sentiment/features.js';
import { LEXICON_VERSION, type LexiconFile } from '../../sentiment/lexicon.js';
import { type ModelConstants, packModel } from '../../sentiment/model.js';
import type { WeightRow } from '../../sentiment/weight-table.js';
import type { Shifter } from '../../sentiment/word-trie.js';
import type { CompileStep } from '../step.js';
import { parseTrainedTable, readTable } from '../table.js';

function packWeights(path: string): Uint8Array {
  const { figures, rows: lines } = parseTrainedTable(readFileSync(path, 'utf8'));
  const rows: WeightRow[] = [];
  for (const {
    line,
    cells: [feature = '', polarity, opinion],
  } of lines) {
    const row: WeightRow = [hashFeature(feature), Number(polarity), Number(opinion)];
    if (!Number.isFinite(row[1]) || !Number.isFinite(row[2])) {
      throw new Error(`${path}, line ${line}: expected a feature and two numbers`);
    }
    rows.push(row);
  }
  const figure = (name: keyof ModelConstants): number => {
    const [value] = figures.get(name) ?? [];
    if (value === undefined) throw new Error(`${path}: no line "# ${name} = NUMBER" in the header`);
    return value;
  };
  return packModel(rows, {
    polarityBias: figure('polarityBias'),
    polarityLexicon: figure('polarityLexicon'),
    opinionBias: figure('opinionBias'),
    opinionLexicon: figure('opinionLexicon'),
  });
}

function grouped<T>(rows: readonly (readonly [string, T])[]): [T, string[]][] {
  const groups = new Map<T, string[]>();
  for (const [word, value] of rows) {
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [word]);
    else group.push(word);
  }
  return [...groups];
}

const step: CompileStep = {
  name: 'sentiment',
  inputs: [
    ...['zh', 'en', 'emoji', 'shifters', 'weights'].map((name) => `dictionaries/sentiment-${name}.tsv`),
    'src/compile/table.ts',
    'src/sentiment/features.ts',
    'src/sentiment/lexicon.ts',
    'src/sentiment/model.ts',
    'src/sentiment/weight-table.ts',
    'src/lexicon/container.ts',
  ],
  outputs: ['sentiment.json', 'sentiment.bin'],
  run({ root, out }) {
    const pairs = (name: string, key: string, value: string) =>
      readTable(`${root}dictionaries/sentiment-${name}.tsv`).map(({ cells }): [string, string] => [
        cells.get(key) as string,
        cells.get(value) as string,
      ]);
    const byPolarity = (...names: string[]) =>
      grouped(
        names
          .flatMap((name) => pairs(name, name === 'emoji' ? 'sign' : 'word', 'polarity'))
          .map(([word, polarity]) => [word, Number(polarity)]),
      );
    const file: LexiconFile = {
      version: LEXICON_VERSION,
      words: byPolarity('zh', 'en'),
      signs: byPolarity('emoji'),
      shifters: grouped(pairs('shifters', 'word', 'kind') as [string, Shifter][]),
    };
    writeFileSync(`${out}sentiment.json`, JSON.stringify(file));
    writeFileSync(`${out}sentiment.bin`, packWeights(`${root}dictionaries/sentiment-weights.tsv`));
  },
};

export default step;
