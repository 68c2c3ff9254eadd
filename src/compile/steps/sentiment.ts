/** The lexicons and the weights of sentiment into one file. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';
import { readTable } from '../table.js';

const step: CompileStep = {
  name: 'sentiment',
  inputs: [
    ...['zh', 'en', 'emoji', 'shifters', 'weights'].map((name) => `dictionaries/sentiment-${name}.tsv`),
    'src/compile/table.ts',
  ],
  outputs: ['sentiment.json'],
  run({ root, out }) {
    const pairs = (name: string, key: string, value: string) =>
      readTable(`${root}dictionaries/sentiment-${name}.tsv`).map(({ cells }) => [
        cells.get(key),
        cells.get(value),
      ]);
    const numbers = (rows: readonly (readonly unknown[])[]) =>
      rows.map(([key, value]) => [key, Number(value)]);
    // Features may hold a quotation mark or a space at an edge: the weights are read as they stand.
    const weights: [string, number][] = [];
    for (const line of readFileSync(`${root}dictionaries/sentiment-weights.tsv`, 'utf8').split('\n')) {
      const [feature, weight] = line.split('\t');
      if (line.startsWith('# ') || feature === undefined || weight === undefined || feature === 'feature')
        continue;
      weights.push([feature, Number(weight)]);
    }
    const file = {
      version: 1,
      words: numbers([...pairs('zh', 'word', 'polarity'), ...pairs('en', 'word', 'polarity')]),
      signs: numbers(pairs('emoji', 'sign', 'polarity')),
      shifters: pairs('shifters', 'word', 'kind'),
      weights,
    };
    writeFileSync(`${out}sentiment.json`, JSON.stringify(file));
  },
};

export default step;
