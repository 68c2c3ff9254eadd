import * as files from 'node:fs/promises';
import { fileError } from './file-error.js';

/** A file as it is. @throws {RedianError} FILE with its path and the reason. */
export async function readFile(path: string): Promise<Uint8Array> {
  try {
    return await files.readFile(path);
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
}
