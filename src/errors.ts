/**
 * Every way in which redian refuses to go on. The code is stable and meant for programs; the message is
 * meant for people and may change.
 */
export type ErrorCode =
  /** An argument or option of the wrong type or out of its range. */
  | 'INVALID_ARGUMENT'
  /** Wrong usage of the command line. */
  | 'INVALID_USAGE'
  /** A dictionary, user dictionary or stop-word file with a line that cannot be read. */
  | 'INVALID_DICTIONARY'
  /** Compiled data (table, model, state) that is corrupt, truncated or of another version. */
  | 'INVALID_DATA'
  /** A file with posts whose format or columns cannot be made out. */
  | 'INVALID_INPUT'
  /** A file that cannot be opened, read or written. */
  | 'FILE'
  /** No usable post: all rows rejected, or none in the window. */
  | 'NO_POSTS'
  /** An optional package that is not installed. */
  | 'MISSING_PACKAGE'
  /** A font or image that cannot be decoded. */
  | 'INVALID_MEDIA'
  /** A thread or a job of another process that died or gave up. */
  | 'WORKER'
  /** A service that answers with an error, with what is no answer, too late, or not at all. */
  | 'SERVICE';

/**
 * The one error that redian throws on bad input.
 *
 * The message names what was found, what was expected and where. Tell errors apart by `code`: two copies of
 * the package (ESM and CommonJS) may meet in one program, and `instanceof` then fails.
 */
export class RedianError extends Error {
  override readonly name = 'RedianError';
  readonly code: ErrorCode;
  /** Plain data about the error: file, line, option, value. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** Describes a value for an error message in a few words, never more than 60 characters of it. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  }
  if (value === null || value === undefined || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') return `an object of type ${value.constructor?.name ?? 'Object'}`;
  return `a ${typeof value}`;
}
