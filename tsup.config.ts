import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const capabilities = [
  'tokenizer',
  'keywords',
  'topics',
  'sentiment',
  'entities',
  'cloud',
  'report',
  'corpus',
  'partial',
  'workers',
  'notebook',
  'cluster',
];

/**
 * One entry for each subpath export, all flat in dist/ with shared chunks beside them, so that the data
 * folder is `./data/` from every file. The compiled data is made apart, by src/compile.
 */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/cli/main.ts',
    'count-thread': 'src/workers/count-thread.ts',
    ...Object.fromEntries(capabilities.map((name) => [name, `src/${name}/index.ts`])),
  },
  format: ['esm', 'cjs'],
  target: 'node20',
  noExternal: [/^d3-/, 'internmap'],
  platform: 'neutral',
  splitting: true,
  shims: true,
  dts: true,
  sourcemap: false,
  clean: ['!data/**'],
  define: {
    REDIAN_DATA_FOLDER: '"./data/"',
    REDIAN_COUNT_THREAD: '"./count-thread.js"',
    REDIAN_VERSION: JSON.stringify(version),
  },
});
