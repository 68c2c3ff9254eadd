/**
 * All measurements of speed, one after the other: `npm run bench`, or some of them: `npm run bench -- cloud topics`.
 * Peers are installed apart by `npm run bench:peers`. One that is not there is said and left out; one whose result cannot be
 * compared fails its bench. Exit status 1 if a bench failed, with their names.
 */
import { spawnSync } from 'node:child_process';

const benches: readonly (readonly [name: string, file: string, ...options: string[]])[] = [
  ['tokenizer', 'bench/tokenizer/main.ts'],
  ['cloud', 'bench/cloud/layout.ts'],
  ['cloud', 'bench/cloud/cold.ts'],
  ['cloud', 'bench/cloud/bundle.ts'],
  ['topics', 'bench/topics/main.ts'],
  ['sentiment', 'bench/sentiment/speed.ts'],
  ['scale', 'bench/scale/main.ts', '100000'],
];

const wanted = process.argv.slice(2);
const names = new Set(benches.map(([name]) => name));
const unknown = wanted.filter((name) => !names.has(name));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; there are ${[...names].join(', ')}`);
  process.exit(2);
}
const failed: string[] = [];
for (const [name, file, ...options] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${file}\n`);
  const { status } = spawnSync('npx', ['tsx', file, ...options], { stdio: 'inherit' });
  if (status !== 0) failed.push(file);
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exit(1);
}
