import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Cloud from '../../src/cloud/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const built = existsSync(`${root}dist/cloud.js`);

function which(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const deno = existsSync(`${root}node_modules/.bin/deno`) ? `${root}node_modules/.bin/deno` : which('deno');

const words = Array.from({ length: 150 }, (_, rank) => ({
  text: `${'模型智能数据推理训练'.slice(rank % 8, (rank % 8) + 2)}${rank % 4 === 0 ? 'Ag' : ''}${rank}`,
  weight: 1000 / (rank + 3),
}));
const options = { width: 700, height: 500, shape: 'heart', rotation: [0, 270, 33], seed: 5 } as const;

/** Runs in Deno and in the page: digests of the layout and of the pixels. */
const program = `
const cloud = await wordCloud(${JSON.stringify(words)}, ${JSON.stringify(options)});
const digest = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
  .map((byte) => byte.toString(16).padStart(2, '0')).join('');
const result = (await digest(new TextEncoder().encode(JSON.stringify(cloud.layout)))) + ' ' +
  (await digest(cloud.toPixels().data));`;

/** What the built package gives in Node. */
async function expected(): Promise<string> {
  const { wordCloud }: typeof Cloud = await import(`${root}dist/cloud.js`);
  const cloud = await wordCloud(words, options);
  const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  const { data } = cloud.toPixels();
  return `${digest(JSON.stringify(cloud.layout))} ${digest(new Uint8Array(data.buffer))}`;
}

const types: Record<string, string> = { js: 'text/javascript', html: 'text/html; charset=utf-8' };

let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/digest.html') {
      response.setHeader('content-type', types.html);
      response.end(
        `<body><script type="module">import { wordCloud } from '/dist/cloud.js';${program} document.body.textContent = result;</script>`,
      );
      return;
    }
    const file = `${root}${path.slice(1)}`;
    if (!existsSync(file)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

async function browse(...flags: string[]): Promise<string> {
  const profile = mkdtempSync(`${tmpdir()}/redian-chromium-`);
  const { stdout } = await promisify(execFile)(
    chromium ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      '--virtual-time-budget=60000',
      ...flags,
    ],
    { timeout: 90_000, maxBuffer: 1 << 26 },
  );
  return stdout;
}

describe.skipIf(!built || chromium === undefined)('in Chromium', () => {
  it('layout and pixels are the same bytes as in Node', async () => {
    const dom = await browse('--dump-dom', `${address}/digest.html`);
    expect(/<body>(.*?)<\/body>/s.exec(dom)?.[1].trim()).toBe(await expected());
  }, 120_000);
});

describe.skipIf(!built || deno === undefined)('in Deno', () => {
  it('layout and pixels are the same bytes as in Node', async () => {
    const file = `${mkdtempSync(`${tmpdir()}/redian-deno-`)}/digest.mjs`;
    writeFileSync(file, `import { wordCloud } from '${root}dist/cloud.js';${program} console.log(result);`);
    const output = execFileSync(deno ?? '', ['run', '--allow-read', '--allow-env', file], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe(await expected());
  }, 120_000);
});
