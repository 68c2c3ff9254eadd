import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };

/**
 * The types of each subpath export, for ES modules and for CommonJS. What is internal has none there: it would ask for types that
 * not every program has, such as those of WebAssembly. The code beside them is made by vite.config.ts.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    ...Object.fromEntries(
      Object.keys(exports)
        .flatMap((path) => /^\.\/([a-z]+)$/.exec(path)?.slice(1) ?? [])
        .map((name) => [name, `src/${name}/index.ts`]),
    ),
  },
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  dts: { only: true, compilerOptions: { stripInternal: true } },
});
