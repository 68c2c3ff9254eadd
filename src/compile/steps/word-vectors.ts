/** The table of word vectors, packed; behind the step of terms, whose names it takes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { TermLexicon } from '../../lexicon/term-lexicon.js';
import { WordVectors } from '../../vectors/index.js';
import type { CompileStep } from '../step.js';
import { withStems } from '../vectors-by-stem.js';
import { addTermNames } from '../vectors-by-term.js';
import { parseVectors } from '../vectors-text.js';

const table = 'dictionaries/word-vectors.tsv';

const step: CompileStep = {
  name: 'word vectors',
  inputs: [
    'dictionaries',
    'src/compile/table.ts',
    'src/compile/vectors-by-name.ts',
    'src/compile/vectors-by-stem.ts',
    'src/compile/vectors-by-term.ts',
    'src/compile/vectors-text.ts',
    'src/vectors/word-vectors.ts',
    'src/lexicon',
    'src/text',
  ],
  outputs: ['word-vectors.bin'],
  run({ root, out }) {
    const terms = TermLexicon.fromBytes(readFileSync(`${out}terms.bin`));
    const trained = parseVectors(readFileSync(root + table, 'utf8'), table);
    const vectors = new WordVectors(addTermNames(withStems(trained), terms));
    writeFileSync(`${out}word-vectors.bin`, vectors.toBytes());
  },
};

export default step;
