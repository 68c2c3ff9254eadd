import { RedianError } from '../errors.js';
import { readFile } from '../node/read-file.js';

/** A file as JSON; the caller checks what it holds. @throws {RedianError} INVALID_DATA with the file's name. */
export async function readJson(path: string): Promise<unknown> {
  // The decoder drops a mark at the start.
  const text = new TextDecoder().decode(await readFile(path));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RedianError('INVALID_DATA', `${path}: expected JSON, but ${reason}`, { cause });
  }
}
