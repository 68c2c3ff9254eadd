import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from '../support/packed.js';

/** The packed file installed into an empty folder, as a user has it. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redian-packed-'));
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

function run(
  command: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

beforeAll(() => installPacked(folder), 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package in an empty folder', () => {
  it('loads every subpath as ESM and as CommonJS, with the same names', () => {
    const esm = capabilities.map((name) => `Object.keys(await import('redian/${name}')).sort().join()`);
    const cjs = capabilities.map((name) => `Object.keys(require('redian/${name}')).sort().join()`);
    writeFileSync(join(folder, 'all.mjs'), `console.log(JSON.stringify([${esm.join()}]));`);
    writeFileSync(join(folder, 'all.cjs'), `console.log(JSON.stringify([${cjs.join()}]));`);
    const fromEsm = run('node', ['all.mjs']);
    const fromCjs = run('node', ['all.cjs']);
    expect(fromEsm.stderr + fromCjs.stderr).toBe('');
    const names = JSON.parse(fromEsm.stdout) as string[];
    expect(JSON.parse(fromCjs.stdout)).toEqual(names);
    for (const [index, list] of names.entries()) expect(list, capabilities[index]).not.toBe('');
  });

  it('does work from both module systems', () => {
    const body = "const t = Tokenizer.loadSync(); console.log(t.cut('我来到北京清华大学').join('/'));";
    writeFileSync(join(folder, 'cut.mjs'), `import { Tokenizer } from 'redian/tokenizer'; ${body}`);
    writeFileSync(join(folder, 'cut.cjs'), `const { Tokenizer } = require('redian'); ${body}`);
    for (const file of ['cut.mjs', 'cut.cjs']) {
      const { stdout, stderr } = run('node', [file]);
      expect(stderr, file).toBe('');
      expect(stdout.trim(), file).toBe('我/来到/北京/清华大学');
    }
  });

  it('merges what both module systems counted', () => {
    writeFileSync(
      join(folder, 'both.mjs'),
      `import { createRequire } from 'node:module';
import { EntityCounts } from 'redian/entities';
import { mapPosts, mergePartials } from 'redian/partial';
import { MoodCounts } from 'redian/sentiment';
const require = createRequire(import.meta.url);
const read = (map, id) => map(new TextEncoder().encode(JSON.stringify({ id, text: '热点' })), { format: 'ndjson' });
const partials = [await read(mapPosts, '1'), await read(require('redian/partial').mapPosts, '2')];
const names = new EntityCounts().merge(new (require('redian/entities').EntityCounts)().add([]));
const moods = new MoodCounts().merge(new (require('redian/sentiment').MoodCounts)());
console.log(names.posts, moods.posts, mergePartials(partials).distinct);`,
    );
    const { stdout, stderr } = run('node', ['both.mjs']);
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('1 0 2');
  });

  it('loads each subpath first, in whatever order others load them', () => {
    for (const name of capabilities) {
      const esm = run('node', ['--input-type=module', '-e', `await import('redian/${name}')`]);
      const cjs = run('node', ['--input-type=commonjs', '-e', `require('redian/${name}')`]);
      expect(esm.stderr + cjs.stderr, name).toBe('');
    }
  });

  it('has no files that load each other in a circle, of which one would be met half made', () => {
    const dist = join(folder, 'node_modules/redian/dist');
    const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
    const loads = new Map(
      files.map((file) => {
        const code = readFileSync(join(dist, file), 'utf8');
        return [file, [...code.matchAll(/(?:from|import) ?"\.\/([^"]+\.js)"/g)].map(([, to]) => to ?? '')];
      }),
    );
    expect([...loads.values()].flat().length).toBeGreaterThan(files.length);
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path).not.toContain(file);
      if (done.has(file)) return;
      for (const next of loads.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it('loads nothing of the other capabilities with a subpath', () => {
    for (const [name, foreign] of [
      ['tokenizer', ['commander', 'compromise', '@napi-rs/canvas', 'ml-kmeans', 'fast-csv']],
      ['cloud', ['commander', 'compromise', '@napi-rs/canvas', 'ml-kmeans', 'fast-csv']],
      ['corpus', ['commander', 'compromise', '@napi-rs/canvas', 'ml-kmeans']],
    ] as const) {
      writeFileSync(
        join(folder, 'loaded.cjs'),
        `require('redian/${name}'); console.log(Object.keys(require.cache).join('\\n'));`,
      );
      const { stdout } = run('node', ['loaded.cjs']);
      for (const other of foreign)
        expect(stdout, `${name} loads ${other}`).not.toContain(`node_modules/${other}/`);
    }
  });

  it('has types for new and old resolutions, strict', () => {
    const imports = capabilities.map((name, i) => `import * as c${i} from 'redian/${name}';`).join('\n');
    writeFileSync(
      join(folder, 'use.mts'),
      `${imports}\nimport { Tokenizer } from 'redian';\nexport const words: string[] = Tokenizer.loadSync().cut('好');\nexport const all: unknown[] = [${capabilities.map((_, i) => `c${i}`).join()}];\n`,
    );
    cpSync(join(folder, 'use.mts'), join(folder, 'use.cts'));
    cpSync(join(folder, 'use.mts'), join(folder, 'use.ts'));
    for (const [module, resolution, own] of [
      ['node16', 'node16', {}],
      // A program for Node alone, without the types of browsers.
      [
        'node16',
        'node16',
        { lib: ['es2022'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
      ],
      ['esnext', 'bundler', {}],
      // What notebooks of tslab have.
      ['commonjs', 'node10', {}],
    ] as const) {
      const files = { node16: ['use.mts', 'use.cts'], bundler: ['use.mts'], node10: ['use.ts'] }[resolution];
      const compilerOptions = {
        ...{ noEmit: true, strict: true, target: 'es2022', module, moduleResolution: resolution },
        ...{ types: [], exactOptionalPropertyTypes: true },
        ...own,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      const { status, stdout } = run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
      expect(stdout, resolution).toBe('');
      expect(status, resolution).toBe(0);
    }
  });

  it('takes at most 20 MB of the disk, and asks the machine to build nothing', () => {
    const installed = join(folder, 'node_modules/redian');
    const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThanOrEqual(20e6);
    for (const { parentPath } of readdirSync(join(folder, 'node_modules'), {
      recursive: true,
      withFileTypes: true,
    }).filter(({ name }) => name === 'package.json')) {
      const { scripts = {} } = JSON.parse(readFileSync(join(parentPath, 'package.json'), 'utf8')) as {
        scripts?: Record<string, string>;
      };
      for (const name of ['preinstall', 'install', 'postinstall'])
        expect(scripts[name], parentPath).toBeUndefined();
    }
  });

  it('has the command, its data with their licences, and no sources of ours beside', () => {
    const installed = join(folder, 'node_modules/redian');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run(join(folder, 'node_modules/.bin/redian'), ['--version']).stdout.trim()).toBe(version);
    const data = readdirSync(join(installed, 'dist/data'));
    expect(data.filter((name) => /licen[cs]e/i.test(name)).length).toBeGreaterThanOrEqual(2);
    expect(existsSync(join(installed, 'src'))).toBe(false);
  });
});
