/** Traditional characters, each with the simplified one as which it is read, into one file. */
import { writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';
import { readTraditional } from '../traditional.js';

const step: CompileStep = {
  name: 'variants',
  inputs: ['dictionaries/traditional.tsv', 'src/compile/table.ts', 'src/compile/traditional.ts'],
  outputs: ['variants.txt'],
  run({ root, out }) {
    writeFileSync(`${out}variants.txt`, readTraditional(`${root}dictionaries/`).flat().join(''));
  },
};

export default step;
