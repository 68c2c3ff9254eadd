/**
 * Trains the tagger of names and writes dictionaries/name-weights.tsv, a table that can be read and reviewed. Run by hand,
 * after `npm run build:data`; it takes a minute:
 *
 *     npx tsx src/compile/train-names.ts FILE
 *
 * FILE holds texts with names in the form of CLUENER 2020, see name-sets.ts. What a model that has not seen a fifth of them
 * finds there is measured by bench/eval/entities.ts.
 */
import { writeFileSync } from 'node:fs';
import { nameTypes } from '../entities/tagger/model.js';
import { Tokenizer } from '../tokenizer/index.js';
import { readNames } from './name-sets.js';
import { trainNames } from './name-trainer.js';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: train-names FILE');

const { rows, constants } = trainNames(readNames(file), Tokenizer.loadSync());
const labels = nameTypes.flatMap((type) => [`${type}+`, type]);
const header = `# Weights of the tagger of names, a conditional random field. Columns: feature (see src/entities/tagger/features.ts), and for
# each label its weight against no name at all, in steps; \`company+\` opens a name of a company, \`company\` goes on with it.
# Made by src/compile/train-names.ts; figures only, no text.
# Trained on CLUENER 2020 (CLUE benchmark, news of THUCTC; for research).
# Source: computed for redian from this set, whose terms are named above. Licence: MIT for the table.
# step = ${constants.step}
# transitions = ${constants.transitions.map((value) => value.toFixed(3)).join(' ')}
feature\t${labels.join('\t')}
`;
const lines = rows.map(([feature, weights]) => `${feature}\t${weights.join('\t')}`);
writeFileSync(
  new URL('../../dictionaries/name-weights.tsv', import.meta.url),
  `${header}${lines.join('\n')}\n`,
);
console.log(`${rows.length} rows`);
