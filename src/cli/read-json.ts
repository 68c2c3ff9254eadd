import { readFile } from 'node:fs/promises';
import { RedianError } from '../errors.js';
import { fileError } from '../node/write-file.js';

/** A file as JSON; the caller checks what it holds. @throws {RedianError} INVALID_DATA with the file's name. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw fileError(path, 'read', cause);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RedianError('INVALID_DATA', `${path}: expected JSON, but ${reason}`, { cause });
  }
}
