/** Vectors of documents, src/kernel/directions.ts, as WebAssembly. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from '../assembly-script.js';
import type { CompileStep } from '../step.js';

const source = 'src/kernel/directions.ts';

const step: CompileStep = {
  name: 'directions',
  inputs: [source, 'src/compile/assembly-script.ts'],
  outputs: ['directions.wasm'],
  async run({ root, out }) {
    const code = await compileAssemblyScript('directions.ts', (name) =>
      name === 'directions.ts' ? readFileSync(root + source, 'utf8') : undefined,
    );
    writeFileSync(`${out}directions.wasm`, code);
  },
};

export default step;
