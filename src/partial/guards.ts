/** What parsed JSON may hold, checked before it is believed. */

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

export function isNonNegative(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** An integer from 0 on: how many there are of something. */
export function isCount(value: unknown): value is number {
  return isInteger(value) && value >= 0;
}

export function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

export function isList<T>(value: unknown, holds: (entry: unknown) => entry is T): value is T[];
export function isList(value: unknown, holds: (entry: unknown) => boolean): value is unknown[];
export function isList(value: unknown, holds: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}
