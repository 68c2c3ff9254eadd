import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compileAssemblyScript } from './assembly-script.js';
import type { CompileStep } from './step.js';

/**
 * The step that compiles to NAME.wasm.
 *
 * @param source  in src/wasm: NAME.ts, a file that stands alone, or the folder NAME, whose main.ts exports what is called.
 */
export function wasmStep(name: string, source: 'file' | 'folder' = 'file'): CompileStep {
  const path = source === 'file' ? `src/wasm/${name}.ts` : `src/wasm/${name}/`;
  return {
    name,
    inputs: [path, 'src/compile/wasm-step.ts', 'src/compile/assembly-script.ts'],
    outputs: [`${name}.wasm`],
    async run({ root, out }) {
      const main = source === 'file' ? path : `${path}main.ts`;
      const code = await compileAssemblyScript(main, (file) =>
        file.startsWith(path) && existsSync(root + file) ? readFileSync(root + file, 'utf8') : undefined,
      );
      writeFileSync(`${out}${name}.wasm`, code);
    },
  };
}
