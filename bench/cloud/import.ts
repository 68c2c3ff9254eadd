/**
 * How long does it take to import `redian/cloud`? `npx tsx bench/cloud/import.ts`
 *
 * Run `npm run build` first. Each import is the first thing that a new process does, as ES module and as CommonJS, and takes
 * turns with that of an empty module; the wall clock is read within the process, 21 times.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(`${tmpdir()}/redian-bench-`);
writeFileSync(`${folder}/empty.mjs`, 'export const nothing = 0;');
writeFileSync(`${folder}/empty.cjs`, 'exports.nothing = 0;');

const timed = (load: string) =>
  `const started = performance.now(); ${load}; process.stdout.write(String(performance.now() - started));`;
const scripts = new Map([
  ['esm.mjs', timed(`await import('${root}dist/cloud.js')`)],
  ['esm-empty.mjs', timed(`await import('./empty.mjs')`)],
  ['cjs.cjs', timed(`require('${root}dist/cloud.cjs')`)],
  ['cjs-empty.cjs', timed(`require('./empty.cjs')`)],
]);
const times = new Map<string, number[]>();
for (const [name, script] of scripts) {
  writeFileSync(`${folder}/${name}`, script);
  times.set(name, []);
}
for (let round = 0; round < 21; round++) {
  for (const name of scripts.keys()) {
    const printed = execFileSync(process.execPath, [`${folder}/${name}`], { encoding: 'utf8' });
    times.get(name)?.push(Number(printed));
  }
}
for (const name of scripts.keys()) {
  const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(14)} ${sorted[0].toFixed(1)} ms best, ${sorted[sorted.length >> 1].toFixed(1)} median`,
  );
}
