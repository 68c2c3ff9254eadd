/**
 * Runs every example of the documentation: `npx tsx docs/run-examples.ts` writes what each prints into the `text` block behind it,
 * `--check` says which differ. A block of `ts` is a module of its own, a block of `sh` a script; they run in out/examples, where
 * the fixture lies as posts.csv, by days and in other formats, against the built package. Blocks marked `no-run` (they need
 * Redis, a cluster, a registry) are only shown; those of `ts` are held to the types of the package all the same.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseString, writeToString } from 'fast-csv';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'out/examples');
const check = process.argv.includes('--check');

interface Fence {
  readonly info: string;
  readonly code: string;
  /** Lines of the opening and the closing fence. */
  readonly open: number;
  readonly close: number;
}

function pages(): string[] {
  return readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.endsWith('.md') && !/(?:^|[\\/])(?:example|reference|\.vitepress|node_modules)[\\/]/.test(name),
    )
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .concat('README.md', 'README.en.md')
    .sort();
}

function fencesOf(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  let open = -1;
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('```')) continue;
    if (open < 0) open = index;
    else {
      const info = (lines[open] ?? '').slice(3).trim();
      fences.push({ info, code: lines.slice(open + 1, index).join('\n'), open, close: index });
      open = -1;
    }
  }
  return fences;
}

function writeModule(code: string, name: string): string {
  const file = join(folder, `${name}.mts`);
  writeFileSync(file, code);
  return file;
}

async function runModule(code: string, name: string): Promise<string> {
  const file = writeModule(code, name);
  const lines: string[] = [];
  const log = console.log;
  console.log = (...values: unknown[]) => lines.push(format(...values));
  try {
    await import(pathToFileURL(file).href);
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

function runShell(code: string): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', code], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, NO_COLOR: '1', COLUMNS: '80' },
  });
  if (status !== 0) throw new Error(`exit status ${status}: ${stderr}`);
  return stdout.trimEnd();
}

/** The day of a post in Beijing. */
function dayOf(row: Readonly<Record<string, string>>): string {
  const offset = 8 * 3_600_000;
  return new Date(Date.parse(row.created_at ?? '') + offset).toISOString().slice(0, 10);
}

/** The fixture as the files that examples name: all of it, its last two days, and halves of it. */
async function writeInputs(): Promise<void> {
  const fixture = join(root, 'fixtures/tweets-ai-20251128-20251130.csv');
  for (const name of ['posts.csv', 'tweets.csv']) copyFileSync(fixture, join(folder, name));
  const rows: Record<string, string>[] = [];
  for await (const row of parseString(readFileSync(fixture, 'utf8'), { headers: true })) rows.push(row);
  const lines = (some: typeof rows): string => some.map((row) => `${JSON.stringify(row)}\n`).join('');
  const write = (name: string, data: string | Uint8Array): void => writeFileSync(join(folder, name), data);
  for (const [name, day] of [
    ['today', '2025-11-30'],
    ['yesterday', '2025-11-29'],
  ] as const) {
    const some = rows.filter((row) => dayOf(row) === day);
    write(`${name}.csv`, await writeToString(some, { headers: true }));
    write(`${name}.jsonl`, lines(some));
  }
  write('headlines.jsonl', lines(rows.filter((row) => dayOf(row) === '2025-11-30')));
  write('year.ndjson.gz', gzipSync(lines(rows)));
  write('monday.ndjson.gz', gzipSync(lines(rows.filter((_, index) => index % 2 === 0))));
  write('tuesday.ndjson.gz', gzipSync(lines(rows.filter((_, index) => index % 2 === 1))));
}

/** What TypeScript, strict and with Node's resolution, says of the modules that were written. */
function typeErrors(): string[] {
  const options = '--noEmit --strict --skipLibCheck --target es2022 --module nodenext --types node'.split(
    ' ',
  );
  const files = readdirSync(folder).filter((name) => name.endsWith('.mts'));
  const { stdout, status } = spawnSync('npx', ['tsc', ...options, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? [] : stdout.trimEnd().split('\n');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'bin'), { recursive: true });
await writeInputs();
for (const [name, script] of [
  ['redian', `exec node ${root}dist/cli.js "$@"`],
  ['npx', 'exec "$@"'],
] as const) {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}
process.chdir(folder);

let run = 0;
const wrong: string[] = [];
for (const page of pages()) {
  const path = join(root, page);
  const lines = readFileSync(path, 'utf8').split('\n');
  const fences = fencesOf(lines);
  // From the last to the first, so that the lines before stay where they are.
  const edits: { fence: Fence; output: string }[] = [];
  for (const [index, fence] of fences.entries()) {
    const next = fences[index + 1];
    const shown =
      next?.info === 'text' && lines.slice(fence.close + 1, next.open).every((line) => line.trim() === '')
        ? next
        : undefined;
    const name = `${page.replace(/\W+/g, '-')}-${index}`;
    if (fence.info === 'ts no-run') writeModule(fence.code, name);
    if (fence.info !== 'ts' && fence.info !== 'sh') continue;
    run++;
    try {
      const output = fence.info === 'sh' ? runShell(fence.code) : await runModule(fence.code, name);
      if (shown === undefined || shown.code === output) continue;
      if (check) wrong.push(`${page}:${shown.open + 1}: the output differs:\n${output}`);
      else edits.push({ fence: shown, output });
    } catch (error) {
      wrong.push(`${page}:${fence.open + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { fence, output } of edits.reverse()) {
    lines.splice(fence.open + 1, fence.close - fence.open - 1, ...output.split('\n'));
  }
  if (edits.length > 0) writeFileSync(path, lines.join('\n'));
}
wrong.push(...typeErrors());
for (const message of wrong) console.error(message);
console.log(`${run} examples run, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
