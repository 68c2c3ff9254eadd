import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareStrings } from '../base/compare.js';
import type { NamedSource } from '../corpus/index.js';
import { RedianError } from '../errors.js';
import { fileError } from './file-error.js';

async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Uint8Array;
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
}

async function* readStdin(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) {
    yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
  }
}

/**
 * Sources for the readers of posts from paths: `-` is the standard input, a folder stands for the files in it in
 * the order of their names, hidden ones left out. That each can be opened is checked before anything is read.
 *
 * @throws {RedianError} FILE if a path does not exist or cannot be read.
 */
export async function openSources(paths: readonly string[]): Promise<NamedSource[]> {
  const sources: NamedSource[] = [];
  for (const path of paths) {
    if (path === '-') {
      sources.push({ name: '-', open: readStdin });
      continue;
    }
    try {
      if ((await stat(path)).isDirectory()) {
        const entries = await readdir(path, { withFileTypes: true });
        const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
        if (names.length === 0)
          throw new RedianError('FILE', `${path}: a folder without files`, { details: { path } });
        for (const name of names.map((entry) => entry.name).sort(compareStrings)) {
          const inner = join(path, name);
          sources.push({ name: inner, open: () => readBytes(inner) });
        }
        continue;
      }
      await (await open(path, 'r')).close();
    } catch (cause) {
      throw fileError(path, 'read', cause);
    }
    sources.push({ name: path, open: () => readBytes(path) });
  }
  return sources;
}
