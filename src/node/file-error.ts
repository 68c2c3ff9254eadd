import { RedianError } from '../errors.js';

const reasons = new Map([
  ['EACCES', 'no permission'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['ENOENT', 'it does not exist'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many open files'],
  ['ELOOP', 'too many symbolic links'],
  ['EIO', 'the disk reports an error'],
]);

/** The error of the system about a file in one line: path, what was tried, why it failed. */
export function fileError(path: string, attempt: 'read' | 'written', cause: unknown): RedianError {
  if (cause instanceof RedianError) return cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const reason = reasons.get(code) ?? (cause instanceof Error ? cause.message : String(cause));
  const suffix = reasons.has(code) ? ` (${code})` : '';
  return new RedianError('FILE', `${path}: cannot be ${attempt}: ${reason}${suffix}`, {
    cause,
    details: { path, code },
  });
}
