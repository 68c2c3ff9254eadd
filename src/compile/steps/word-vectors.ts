/** The table of word vectors, packed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { WordVectors } from '../../vectors/index.js';
import type { CompileStep } from '../step.js';
import { parseVectors } from '../vectors-text.js';

const table = 'dictionaries/word-vectors.tsv';

const step: CompileStep = {
  name: 'word vectors',
  inputs: [
    table,
    'src/compile/table.ts',
    'src/compile/vectors-text.ts',
    'src/vectors/word-vectors.ts',
    'src/lexicon/container.ts',
  ],
  outputs: ['word-vectors.bin'],
  run({ root, out }) {
    const vectors = new WordVectors(parseVectors(readFileSync(root + table, 'utf8'), table));
    writeFileSync(`${out}word-vectors.bin`, vectors.toBytes());
  },
};

export default step;
