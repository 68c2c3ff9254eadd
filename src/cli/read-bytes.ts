import { readFile } from 'node:fs/promises';
import { fileError } from '../node/write-file.js';

/** A file as it is. @throws {RedianError} FILE with its path and the reason. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
}
