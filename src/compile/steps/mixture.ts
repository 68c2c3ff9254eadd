/** Weights of topics, src/kernel/mixture.ts, as WebAssembly. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from '../assembly-script.js';
import type { CompileStep } from '../step.js';

const source = 'src/kernel/mixture.ts';

const step: CompileStep = {
  name: 'mixture',
  inputs: [source, 'src/compile/assembly-script.ts'],
  outputs: ['mixture.wasm'],
  async run({ root, out }) {
    const code = await compileAssemblyScript('mixture.ts', (name) =>
      name === 'mixture.ts' ? readFileSync(root + source, 'utf8') : undefined,
    );
    writeFileSync(`${out}mixture.wasm`, code);
  },
};

export default step;
