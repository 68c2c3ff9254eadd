import { describeValue, RedianError } from '../errors.js';

/** Throws unless `value` is a string. `name` is how the caller knows the argument, such as `text`. */
export function checkString(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') {
    throw new RedianError('INVALID_ARGUMENT', `${name}: expected a string, got ${describeValue(value)}`, {
      details: { name },
    });
  }
}

/** Throws unless `value` is a string with something in it. */
export function checkFilled(name: string, value: unknown): asserts value is string {
  checkString(name, value);
  if (value === '') refuse(name, 'at least one character', value);
}

/** Throws unless `value` is a finite number in [min, max], and an integer if `integer` is set. */
export function checkNumber(
  name: string,
  value: unknown,
  range: { readonly min?: number; readonly max?: number; readonly integer?: boolean } = {},
): asserts value is number {
  const min = range.min ?? -Infinity;
  const max = range.max ?? Infinity;
  const ok =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    (range.integer !== true || Number.isInteger(value));
  if (ok) return;
  const kind = range.integer === true ? 'an integer' : 'a finite number';
  const bounds =
    min !== -Infinity && max !== Infinity
      ? ` from ${min} to ${max}`
      : min !== -Infinity
        ? ` of at least ${min}`
        : max !== Infinity
          ? ` of at most ${max}`
          : '';
  throw new RedianError(
    'INVALID_ARGUMENT',
    `${name}: expected ${kind}${bounds}, got ${describeValue(value)}`,
    {
      details: { name },
    },
  );
}

/** Every option of a kind by its name, so that the compiler tells of one that is forgotten. */
export type OptionNames<T> = { readonly [K in keyof T]-?: true };

/**
 * Throws unless `options` are an object and have these names only: `extractTags(text, tokenizer, 5)` means `{ topK: 5 }`,
 * `{ topk: 5 }` as well, and neither would be heard.
 */
export function checkOptions(
  options: unknown,
  names: Readonly<Record<string, true>>,
  what = 'options',
): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    refuse(what, 'an object', options);
  for (const name in options) {
    // What every object inherits, such as `constructor`, is not true.
    if (names[name] === true || (options as Readonly<Record<string, unknown>>)[name] === undefined) continue;
    refuse(what, `names among ${Object.keys(names).join(', ')}`, name);
  }
}

/** The value of a switch, `fallback` where it is not given. */
export function checkSwitch(name: string, value: unknown, fallback = false): boolean {
  if (value === undefined) return fallback;
  return typeof value === 'boolean' ? value : refuse(name, 'true or false', value);
}

/** Throws unless `value` is one of `choices`; the message lists them. */
export function checkChoice<T extends string>(
  name: string,
  value: unknown,
  choices: readonly T[],
): asserts value is T {
  if (!(choices as readonly unknown[]).includes(value)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `${name}: expected one of ${choices.join(', ')}, got ${describeValue(value)}`,
      { details: { name } },
    );
  }
}

/** Throws unless `value` is an array of what `expected` says, such as `posts`. */
export function checkArray(
  name: string,
  value: unknown,
  expected: string,
): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) refuse(name, `an array of ${expected}`, value);
}

/** Throws unless `value` can be gone through and is no string, which would fall apart into characters. */
export function checkIterable(name: string, value: unknown, expected: string): void {
  const isIterable = typeof value === 'object' && value !== null && Symbol.iterator in value;
  if (!isIterable) refuse(name, expected, value);
}

/** Throws unless `value` can be called. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') refuse(name, 'a function', value);
}

/**
 * Throws unless `value` has the methods of a `typeName`. It may come from another copy of the package, such as the CommonJS one,
 * whose classes are others: nothing private of it can be read.
 */
export function checkMethods(
  name: string,
  value: unknown,
  typeName: string,
  methods: readonly string[],
): void {
  const has = (method: string): boolean =>
    typeof (value as Readonly<Record<string, unknown>>)[method] === 'function';
  if (typeof value !== 'object' || value === null || !methods.every(has))
    refuse(name, `${/^[AEIOU]/u.test(typeName) ? 'an' : 'a'} ${typeName}`, value);
}

/** Throws the error of a value that is not what is expected. */
export function refuse(name: string, expected: string, value: unknown): never {
  throw new RedianError('INVALID_ARGUMENT', `${name}: expected ${expected}, got ${describeValue(value)}`, {
    details: { name },
  });
}

/**
 * What `read` makes of a state that comes from outside. What it refuses is no argument of the caller's: `name` holds damaged data.
 * @throws {RedianError} INVALID_DATA
 */
export function readState<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RedianError)) throw cause;
    const { message, details } = cause;
    throw new RedianError('INVALID_DATA', `${name}: expected the state that toJSON gives, but ${message}`, {
      cause,
      details,
    });
  }
}

/** Throws unless `state` is an object that says it is of this format and version. */
export function checkFormat(
  state: unknown,
  format: string | number,
  version?: number,
): asserts state is Readonly<Record<string, unknown>> {
  if (typeof state !== 'object' || state === null) refuse('state', 'what toJSON gives', state);
  const found = state as { readonly format?: unknown; readonly version?: unknown };
  if (found.format !== format) refuse('format', describeValue(format), found.format);
  if (found.version !== version) refuse('version', describeValue(version), found.version);
}

/** Throws if `value` has been there before. */
export function checkNew(name: string, value: unknown, isKnown: boolean): void {
  if (isKnown) refuse(name, 'what is not there twice', value);
}

/** Throws unless `value` is an array of strings. */
export function checkStrings(name: string, value: unknown): asserts value is readonly string[] {
  checkArray(name, value, 'strings');
  for (let at = 0; at < value.length; at++) {
    if (typeof value[at] !== 'string') checkString(`${name}[${at}]`, value[at]);
  }
}

/** Throws unless `value` is an array of what `Tokenizer.segment` gives. */
export function checkTokens(name: string, value: unknown): void {
  checkArray(name, value, 'tokens, such as Tokenizer.segment gives');
  for (let at = 0; at < value.length; at++) {
    const token = value[at] as { readonly text?: unknown; readonly kind?: unknown } | null | undefined;
    if (typeof token?.text !== 'string' || typeof token.kind !== 'string')
      refuse(`${name}[${at}]`, 'a token', token);
  }
}
