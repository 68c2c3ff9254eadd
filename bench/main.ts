/**
 * All measurements of speed, one after the other: `npm run bench`, or some of them: `npm run bench -- cloud topics`.
 * Needs `npm run build`. Peers are installed apart by `npm run bench:peers`. One that is not there is said and left out; one whose result cannot be
 * compared fails its bench. Exit status 1 if a bench failed, with their names.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'redian-bench-'));
/** Generated posts that the benches of scale share. */
const posts = join(scratch, 'posts.ndjson');

const benches: readonly (readonly [name: string, file: string, ...options: string[]])[] = [
  ['tokenizer', 'bench/tokenizer/main.ts'],
  ['cloud', 'bench/cloud/layout.ts'],
  ['cloud', 'bench/cloud/tightness.ts'],
  ['cloud', 'bench/cloud/cold.ts'],
  ['cloud', 'bench/cloud/bundle.ts'],
  ['cloud', 'bench/cloud/import.ts'],
  ['topics', 'bench/topics/main.ts'],
  ['sentiment', 'bench/sentiment/speed.ts'],
  ['scale', 'bench/scale/main.ts', '100000', posts],
  ['scale', 'bench/scale/fold.ts', posts],
  ['scale', 'bench/scale/threads.ts', posts],
  ['scale', 'bench/scale/long.ts', '1', '5'],
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
  const started = performance.now();
  const { status } = spawnSync('npx', ['tsx', file, ...options], { stdio: 'inherit' });
  if (status !== 0) failed.push(file);
  console.log(`\n(${file}: ${((performance.now() - started) / 1000).toFixed(0)} s)`);
}
rmSync(scratch, { recursive: true, force: true });
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exit(1);
}
