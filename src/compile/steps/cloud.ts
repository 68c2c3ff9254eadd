/** The hot path of word clouds, src/cloud/kernel, as WebAssembly. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from '../assembly-script.js';
import type { CompileStep } from '../step.js';

const folder = 'src/cloud/kernel';
/** Takes the place of memory.ts in the folder, which is TypeScript's. */
const memory = 'src/wasm/cloud-memory.ts';

const step: CompileStep = {
  name: 'cloud',
  inputs: [folder, memory, 'src/compile/assembly-script.ts'],
  outputs: ['cloud.wasm'],
  async run({ root, out }) {
    const code = await compileAssemblyScript('main.ts', (name) => {
      // The compiler adds .ts to the .js of imports.
      const file = name.replace(/\.js\.ts$/, '.ts');
      const path = root + (file === 'memory.ts' ? memory : `${folder}/${file}`);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    });
    writeFileSync(`${out}cloud.wasm`, code);
  },
};

export default step;
