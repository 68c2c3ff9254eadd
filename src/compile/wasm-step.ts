import { readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from './assembly-script.js';
import type { CompileStep } from './step.js';

/** The step that compiles src/wasm/NAME.ts, a file that stands alone, to NAME.wasm. */
export function wasmStep(name: string): CompileStep {
  const source = `src/wasm/${name}.ts`;
  return {
    name,
    inputs: [source, 'src/compile/wasm-step.ts', 'src/compile/assembly-script.ts'],
    outputs: [`${name}.wasm`],
    async run({ root, out }) {
      const code = await compileAssemblyScript(source, (file) =>
        file === source ? readFileSync(root + file, 'utf8') : undefined,
      );
      writeFileSync(`${out}${name}.wasm`, code);
    },
  };
}
