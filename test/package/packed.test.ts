import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
];

function run(
  command: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  writeFileSync(join(folder, 'package.json'), '{"name":"guest","private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', join(folder, packed.trim())], {
    cwd: folder,
    stdio: 'pipe',
  });
}, 300_000);

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

  it('has types for both resolutions, strict', () => {
    const imports = capabilities.map((name, i) => `import * as c${i} from 'redian/${name}';`).join('\n');
    writeFileSync(
      join(folder, 'use.mts'),
      `${imports}\nimport { Tokenizer } from 'redian';\nexport const words: string[] = Tokenizer.loadSync().cut('好');\nexport const all: unknown[] = [${capabilities.map((_, i) => `c${i}`).join()}];\n`,
    );
    cpSync(join(folder, 'use.mts'), join(folder, 'use.cts'));
    for (const [module, resolution] of [
      ['node16', 'node16'],
      ['esnext', 'bundler'],
    ] as const) {
      const files = module === 'node16' ? ['use.mts', 'use.cts'] : ['use.mts'];
      const compilerOptions = {
        ...{ noEmit: true, strict: true, target: 'es2022', module, moduleResolution: resolution },
        ...{ types: [], exactOptionalPropertyTypes: true },
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      const { status, stdout } = run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
      expect(stdout, resolution).toBe('');
      expect(status, resolution).toBe(0);
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
