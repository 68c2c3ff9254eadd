import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileError } from './file-error.js';

/** A file to be written: its path and all of its content. */
export interface FileContent {
  readonly path: string;
  readonly content: string | Uint8Array;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Makes the renaming itself last: a folder is a file that can be synced. Not every system allows it. */
async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } catch {
    // The content is on the disk all the same; only the name may be lost with the power.
  } finally {
    await handle?.close();
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursion does not end where a file system refuses new
 * folders with ENOENT, as /proc does.
 */
async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found !== undefined || dirname(at) === at) break;
    missing.push(at);
  }
  for (const folder of missing.reverse()) {
    await mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause;
    });
  }
}

/**
 * Writes files whole or not at all. Each goes into a temporary file in its own folder, which is made if it is
 * missing, and is synced; only when all of them are on the disk they are renamed, one after the other. A reader
 * never sees half a file; a failure leaves the old files and no temporary ones.
 *
 * @throws {RedianError} FILE, with the path and the reason.
 */
export async function writeFiles(files: readonly FileContent[]): Promise<void> {
  const written: { path: string; temporary: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      if (await isFolder(path)) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
      await makeFolder(dirname(path));
      // A short name: a long target name plus a suffix could exceed what the file system takes.
      const temporary = join(
        dirname(path),
        `.${basename(path).slice(0, 20)}.${randomUUID().slice(0, 8)}.tmp`,
      );
      const handle = await open(temporary, 'wx');
      written.push({ path, temporary });
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    while (written.length > 0) {
      const [{ path, temporary }] = written;
      current = path;
      await rename(temporary, path);
      written.shift();
    }
  } catch (cause) {
    await Promise.all(written.map(({ temporary }) => unlink(temporary).catch(() => undefined)));
    throw fileError(current, 'written', cause);
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
}

/** Writes one file whole or not at all, see {@link writeFiles}. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFiles([{ path, content }]);
}
