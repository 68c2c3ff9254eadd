/** Products of document vectors and topics, src/kernel/cosines.ts, as WebAssembly. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from '../assembly-script.js';
import type { CompileStep } from '../step.js';

const source = 'src/kernel/cosines.ts';

const step: CompileStep = {
  name: 'cosines',
  inputs: [source, 'src/compile/assembly-script.ts'],
  outputs: ['cosines.wasm'],
  async run({ root, out }) {
    const code = await compileAssemblyScript('cosines.ts', (name) =>
      name === 'cosines.ts' ? readFileSync(root + source, 'utf8') : undefined,
    );
    writeFileSync(`${out}cosines.wasm`, code);
  },
};

export default step;
