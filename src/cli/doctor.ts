import { readDataFile } from '../base/data-file.js';
import { paint, print } from './terminal.js';
import { packageVersion } from './version.js';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

/** Files of compiled data without which a capability does not work. */
const dataFiles = [
  'tokenizer.bin',
  'terms.bin',
  'stop-words.txt',
  'idf.bin',
  'events.json',
  'names.bin',
  'RedianSansSC-Bold.ttf',
];

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
      dataFiles.map((name) => check(name, async () => `${(await readDataFile(name)).length} bytes`)),
    )),
    await check('@napi-rs/canvas', async () => {
      const { createCanvas } = await import('@napi-rs/canvas');
      createCanvas(1, 1);
      return 'encodes PNG, JPEG and WebP';
    }),
  ];
  if (!checks.every(({ ok }) => ok)) process.exitCode = 1;
  if (flags.json === true) {
    await print(`${JSON.stringify({ ok: checks.every(({ ok }) => ok), checks })}\n`);
    return;
  }
  for (const { name, ok, found } of checks) {
    const mark = ok ? paint('ok', 'green', process.stdout) : paint('missing', 'red', process.stdout);
    await print(`${mark}  ${name}: ${found}\n`);
  }
}
