/**
 * Runs every example of the documentation: `npx tsx docs/run-examples.ts` writes what each prints into the `text` block behind it,
 * `--check` says which differ. A block of `ts` is a module of its own; a block of `sh` runs if a `text` block follows it. Both
 * run in out/examples, where posts.csv is the fixture, against the built package. `ts no-run` is only shown.
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

async function runModule(code: string, name: string): Promise<string> {
  const file = join(folder, `${name}.mts`);
  writeFileSync(file, code);
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

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'bin'), { recursive: true });
copyFileSync(join(root, 'fixtures/tweets-ai-20251128-20251130.csv'), join(folder, 'posts.csv'));
writeFileSync(join(folder, 'bin/redian'), `#!/bin/sh\nexec node ${root}dist/cli.js "$@"\n`);
chmodSync(join(folder, 'bin/redian'), 0o755);
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
    const isShell = fence.info === 'sh' && shown !== undefined;
    if (fence.info !== 'ts' && !isShell) continue;
    run++;
    try {
      const output = isShell
        ? runShell(fence.code)
        : await runModule(fence.code, `${page.replace(/\W+/g, '-')}-${index}`);
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
for (const message of wrong) console.error(message);
console.log(`${run} examples run, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
