import { describeValue, RedianError } from '../errors.js';

/** Throws unless `value` cuts texts: options are easily given in the place of the tokenizer. */
export function checkTokenizer(value: unknown): void {
  if (typeof (value as { cut?: unknown } | null | undefined)?.cut === 'function') return;
  throw new RedianError(
    'INVALID_ARGUMENT',
    `tokenizer: expected a Tokenizer, such as Tokenizer.loadSync() gives, got ${describeValue(value)}`,
    { details: { name: 'tokenizer' } },
  );
}
