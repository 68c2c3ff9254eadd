import { createRequire } from 'node:module';
import { readDataFile } from '../base/data-file.js';
import { packageVersion } from '../base/version.js';
import { paint, print } from './terminal.js';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** Nothing but what it serves needs it: that it is missing is no fault. */
  readonly optional?: true;
}

/** Files of compiled data without which a capability does not work. */
const dataFiles = [
  'tokenizer.bin',
  'terms.bin',
  'stop-words.txt',
  'variants.txt',
  'idf.bin',
  'folding.wasm',
  'sentiment.json',
  'sentiment.bin',
  'events.json',
  'names.bin',
  'word-vectors.bin',
  'document-sums.wasm',
  'products.wasm',
  'whitening.wasm',
  'topic-weights.wasm',
  'report.json',
  'RedianSansSC-Bold.ttf',
  'cloud.wasm',
];

/** Packages that a project installs for itself, with what they serve. */
const peers: readonly (readonly [name: string, serves: string])[] = [
  ['nodejieba', 'cutting with nodejieba, loadEngine'],
  ['@node-rs/jieba', 'cutting with @node-rs/jieba, loadEngine'],
  ['d3-cloud', "a layout of word clouds, { layout: 'd3-cloud' }"],
  ['twemoji-colr-font', 'emoji in colour in word clouds'],
  ['wawoff2', 'fonts in WOFF2, such as that of twemoji-colr-font'],
  ['bullmq', 'redian/cluster'],
  ['ioredis', 'redian/cluster'],
];

const require = createRequire(import.meta.url);

/** Where a package is looked for: beside redian, and from the folder of the project. */
function versionOf(name: string): string | undefined {
  for (const place of [require, createRequire(`${process.cwd()}/`)]) {
    for (const folder of place.resolve.paths(name) ?? []) {
      try {
        return String((place(`${folder}/${name}/package.json`) as { version: unknown }).version);
      } catch {
        // Not in this folder: the next one.
      }
    }
  }
  return undefined;
}

function checkPeer(name: string, serves: string): Check {
  const version = versionOf(name);
  const found = version ?? `not installed; for ${serves}: npm install ${name}`;
  return { name, ok: version !== undefined, found, optional: true };
}

async function check(name: string, look: () => Promise<string> | string): Promise<Check> {
  try {
    return { name, ok: true, found: await look() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, ok: false, found: message.split('\n')[0] };
  }
}

/** Prints what is there and what is missing. */
export async function doctor(flags: { readonly json?: boolean }): Promise<void> {
  const checks = [
    await check('redian', () => packageVersion),
    await check('node', () => {
      const [major, minor] = process.versions.node.split('.').map(Number);
      if (major < 20 || (major === 20 && minor < 16))
        throw new Error(`${process.version}, needs 20.16 or later`);
      return process.version;
    }),
    await check('encodings', () => {
      new TextDecoder('gb18030');
      new TextDecoder('big5');
      return 'utf-8, utf-16, gb18030, big5';
    }),
    ...(await Promise.all(
      dataFiles.map((name) =>
        check(name, async () => `${((await readDataFile(name)).length / 1e6).toFixed(2)} MB`),
      ),
    )),
    await check('@napi-rs/canvas', async () => {
      const { createCanvas } = await import('@napi-rs/canvas');
      createCanvas(1, 1);
      return 'encodes PNG, JPEG and WebP';
    }),
    await check('fonts', async () => {
      const { installedFontFamilies } = await import('../cloud/index.js');
      const families = installedFontFamilies();
      const some = families.length > 4 ? `${families.slice(0, 4).join(', ')}, …` : families.join(', ');
      return `Redian Sans SC in the package; ${families.length} families of this computer${some && `: ${some}`}`;
    }),
    ...peers.map(([name, serves]) => checkPeer(name, serves)),
  ];
  const isWell = checks.every(({ ok, optional }) => ok || optional === true);
  if (!isWell) process.exitCode = 1;
  if (flags.json === true) {
    await print(`${JSON.stringify({ ok: isWell, checks })}\n`);
    return;
  }
  for (const { name, ok, found, optional } of checks) {
    const [word, colour] = ok ? (['ok', 'green'] as const) : (['missing', 'red'] as const);
    const mark = !ok && optional ? '-'.padEnd(7) : paint(word.padEnd(7), colour, process.stdout);
    await print(`${mark}  ${name}: ${found}\n`);
  }
}
