import type { Quantity } from '../token.js';
import type { Unit } from './units.js';

/** What has been read of a number so far. */
export interface Reading {
  end: number;
  value: number;
  currency: string | undefined;
  unit: Unit | undefined;
  per: string | undefined;
  bound: Quantity['bound'] | undefined;
  /** It says nothing as data, such as a decade. */
  bare: boolean;
}

/** A number of which the numeral has been read. */
export function begin(
  end: number,
  value: number,
  currency: string | undefined,
  bound: Quantity['bound'] | undefined,
): Reading {
  return { end, value, currency, unit: undefined, per: undefined, bound, bare: false };
}

export function typeOf({ currency, unit }: Reading): Quantity['type'] {
  return currency === undefined ? (unit?.type ?? 'count') : 'money';
}

export function quantityOf(reading: Reading): Quantity {
  const { unit, per, bound } = reading;
  const type = typeOf(reading);
  const currency = reading.currency ?? unit?.currency;
  const quantity: { -readonly [name in keyof Quantity]: Quantity[name] } = {
    value: clean(reading.value),
    type,
  };
  if (currency !== undefined) quantity.currency = currency;
  if (unit?.unit !== undefined && type !== 'money') quantity.unit = unit.unit;
  if (per !== undefined) quantity.per = per;
  if (bound !== undefined) quantity.bound = bound;
  return quantity;
}

/** 2.3 * 1e6 is 2299999.9999999995: what was written in decimal is given back in decimal. */
export function clean(value: number): number {
  // Of fifteen digits at most, so nothing nearer is written in decimal.
  const millionths = Math.round(value * 1e6);
  if (millionths / 1e6 === value && Math.abs(millionths) < 1e15) return value;
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** Where a number ends, and what it is; without that, if it is no amount, as a time of day. */
export interface NumberMatch {
  readonly end: number;
  readonly quantity?: Quantity;
}
