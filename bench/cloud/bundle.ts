/**
 * How large is the code of word clouds in a browser? `npx tsx bench/cloud/bundle.ts`, after `npm run build`.
 *
 * Bundles and minifies a program that draws a cloud of weighed words; chunks that it loads later (the tokenizer for
 * plain text, d3-cloud) are apart. Sizes in kilobytes, plain and by gzip -9; the font is fetched besides.
 */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = 'virtual:cloud';
const program = `import { wordCloud } from '${root}dist/cloud.js'; export const draw = (words) => wordCloud(words).then((cloud) => cloud.toPNG());`;

const built = await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    write: false,
    target: 'es2022',
    rollupOptions: { input: entry, preserveEntrySignatures: 'strict', external: [/^node:/] },
  },
  plugins: [
    {
      name: 'entry',
      resolveId: (id) => (id === entry ? `\0${id}` : undefined),
      load: (id) => (id === `\0${entry}` ? program : undefined),
    },
  ],
});
const outputs = Array.isArray(built) ? built : [built];
const chunks = outputs
  .flatMap((result) => ('output' in result ? result.output : []))
  .filter((chunk) => chunk.type === 'chunk');
const start = chunks.find(({ isEntry }) => isEntry);
const first = new Set(start ? [start.fileName, ...start.imports] : []);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, parts] of [
  ['at once', chunks.filter(({ fileName }) => first.has(fileName))],
  ['later, if asked for', chunks.filter(({ fileName }) => !first.has(fileName))],
] as const) {
  const code = parts.map((chunk) => chunk.code).join('\n');
  console.log(
    `${name}: ${kilobytes(Buffer.byteLength(code))}, ${kilobytes(gzipSync(code, { level: 9 }).length)} by gzip`,
  );
}
const font = `${root}dist/data/RedianSansSC-Bold.ttf`;
console.log(
  `font: ${kilobytes(statSync(font).size)}, ${kilobytes(gzipSync(readFileSync(font), { level: 9 }).length)} by gzip`,
);
