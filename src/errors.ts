/**
 * Every way in which redian refuses to go on. The code is stable and meant for programs; the message is
 * meant for people and may change.
 */
const errorCodes = {
  /** An argument or option of the wrong type or out of its range. */
  INVALID_ARGUMENT: 'an argument or option cannot be used',
  /** Wrong usage of the command line. */
  INVALID_USAGE: 'the command was not understood',
  /** A dictionary, user dictionary or stop-word file with a line that cannot be read. */
  INVALID_DICTIONARY: 'a dictionary cannot be read',
  /** Compiled data (table, model, state) that is corrupt, truncated or of another version. */
  INVALID_DATA: 'compiled data cannot be used',
  /** A file with posts whose format or columns cannot be made out. */
  INVALID_INPUT: 'the input cannot be read as posts',
  /** A file that cannot be opened, read or written. */
  FILE: 'a file cannot be read or written',
  /** No usable post: all rows rejected, or none in the window. */
  NO_POSTS: 'there is no post to work on',
  /** An optional package that is not installed. */
  MISSING_PACKAGE: 'an optional package is not installed',
  /** A font or image that cannot be decoded. */
  INVALID_MEDIA: 'a font or an image cannot be decoded',
  /** A thread or a job of another process that died or gave up. */
  WORKER: 'a worker failed',
  /** A service that answers with an error, with what is no answer, too late, or not at all. */
  SERVICE: 'a service cannot be used',
} as const;

/** The stable codes of {@link RedianError}. */
export type ErrorCode = keyof typeof errorCodes;

/**
 * The one error that redian throws on bad input.
 *
 * The message names what was found, what was expected and where. Tell errors apart by `code`: two copies of
 * the package (ESM and CommonJS) may meet in one program, and `instanceof` then fails.
 */
export class RedianError extends Error {
  override readonly name = 'RedianError';
  /** Stable code, see {@link errorCodes}. */
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
