import { readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from './assembly-script.js';
import type { CompileStep } from './step.js';

/** The step that compiles src/kernel/NAME.ts, a file that stands alone, to NAME.wasm. */
export function kernelStep(name: string): CompileStep {
  const source = `src/kernel/${name}.ts`;
  return {
    name,
    inputs: [source, 'src/compile/kernel-step.ts', 'src/compile/assembly-script.ts'],
    outputs: [`${name}.wasm`],
    async run({ root, out }) {
      const main = `${name}.ts`;
      const code = await compileAssemblyScript(main, (file) =>
        file === main ? readFileSync(root + source, 'utf8') : undefined,
      );
      writeFileSync(`${out}${name}.wasm`, code);
    },
  };
}
