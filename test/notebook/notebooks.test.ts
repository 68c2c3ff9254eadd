import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from '../support/packed.js';

/**
 * The notebooks of docs/notebooks are run from their first cell to their last. `npm run test:notebooks` installs what it takes
 * (Debian's jupyter-nbconvert and python3-nbclient, npm's deno and tslab); `npm test` leaves this out, for it takes minutes.
 */
const wanted = process.env.REDIAN_NOTEBOOKS === '1';

const folder = mkdtempSync(join(tmpdir(), 'redian-notebooks-'));
const notebooks = fileURLToPath(new URL('../../docs/notebooks/', import.meta.url));
const bin = join(folder, 'node_modules/.bin');

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

/** Why the notebooks cannot be run; empty if they can. */
let obstacle = '';

function has(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function installJupyter(): void {
  if (has('jupyter', 'nbconvert', '--version')) return;
  const packages = ['jupyter-nbconvert', 'jupyter-client', 'python3-nbclient', 'python3-ipykernel'];
  const arguments_ = ['install', '-y', '--no-install-recommends', ...packages];
  if (!has('apt-get', ...arguments_)) {
    has('apt-get', 'update');
    if (!has('apt-get', ...arguments_)) obstacle = "Debian's jupyter-nbconvert cannot be installed";
  }
}

function kernel(name: string, argv: readonly string[]): void {
  const spec = join(folder, 'jupyter/kernels', name);
  mkdirSync(spec, { recursive: true });
  writeFileSync(
    join(spec, 'kernel.json'),
    JSON.stringify({ argv, display_name: name, language: 'typescript' }),
  );
}

beforeAll(() => {
  if (!wanted) return;
  installJupyter();
  if (obstacle !== '') return;
  try {
    installPacked(folder, ['deno', 'tslab']);
  } catch (error) {
    obstacle = `deno and tslab cannot be installed: ${String(error).split('\n')[0]}`;
    return;
  }
  writeFileSync(join(folder, 'deno.json'), '{"nodeModulesDir":"manual"}');
  kernel('deno', [join(bin, 'deno'), 'jupyter', '--kernel', '--conn', '{connection_file}']);
  kernel('tslab', [join(bin, 'tslab'), 'kernel', '--config-path={connection_file}']);
}, 900_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function execute(name: string): readonly Output[] {
  cpSync(join(notebooks, `${name}.ipynb`), join(folder, `${name}.ipynb`));
  const done = join(folder, `${name}.done.ipynb`);
  execFileSync(
    'jupyter',
    [
      'nbconvert',
      '--to',
      'notebook',
      '--execute',
      `${name}.ipynb`,
      '--output',
      done,
      '--ExecutePreprocessor.timeout=300',
      // On a busy machine the output of a cell may come later than the four seconds that it is waited for by default.
      '--ExecutePreprocessor.iopub_timeout=60',
    ],
    {
      cwd: folder,
      stdio: 'pipe',
      env: {
        ...process.env,
        HOME: folder,
        JUPYTER_PATH: join(folder, 'jupyter'),
        PATH: `${bin}${delimiter}${process.env.PATH}`,
      },
    },
  );
  if (!existsSync(done)) throw new Error(`${name}: nothing was written`);
  const { cells } = JSON.parse(readFileSync(done, 'utf8')) as { cells: { outputs?: Output[] }[] };
  return cells.flatMap(({ outputs = [] }) => outputs);
}

const joined = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : (value ?? []).join('');

describe.skipIf(!wanted)('the notebook', () => {
  it.for(['deno', 'tslab'])(
    'for %s runs: a picture of a cloud, tables of phrases and of topics',
    { timeout: 600_000 },
    async (name, { skip }) => {
      if (obstacle !== '') skip(obstacle);
      const outputs = execute(name);
      expect(outputs.filter(({ output_type }) => output_type === 'error')).toEqual([]);
      const pictures = outputs.map(({ data }) => joined(data?.['image/png'])).filter((png) => png !== '');
      expect(pictures).toHaveLength(1);
      const image = await loadImage(Buffer.from(pictures[0], 'base64'));
      expect([image.width, image.height]).toEqual([900, 560]);
      const context = createCanvas(900, 560).getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, 900, 560);
      const [red, green, blue] = data;
      let ink = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue) > 60)
          ink++;
      }
      expect(ink / (900 * 560)).toBeGreaterThan(0.1);
      const tables = outputs
        .map(({ data }) => joined(data?.['text/html']))
        .filter((html) => html.includes('<table>'));
      expect(tables).toHaveLength(2);
      expect(tables[0]).toContain('算力');
      expect(tables[1]).toContain('cohesion');
    },
  );
});
