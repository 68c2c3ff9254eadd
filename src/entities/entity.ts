import { refuse } from '../base/check.js';
import type { Quantity, TermCategory, TermInfo } from '../tokenizer/token.js';

/** What an entity is. `name` is a name known by its shape only: X科技, quoted, or in Latin letters. */
export type EntityCategory =
  | TermCategory
  | 'place'
  | 'name'
  | 'money'
  | 'percent'
  | 'multiple'
  | 'date'
  | 'quantity';

/** A named thing or an amount in a text. */
export interface Entity {
  /** As written: `text.slice(start, end)`. */
  readonly text: string;
  /** Half-open, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly category: EntityCategory;
  /** The name under which every way of writing it is counted; of amounts, the number and its unit. */
  readonly canonical: string;
  /** False if no dictionary has it and its shape gave it away. */
  readonly known: boolean;
  readonly term?: TermInfo;
  readonly quantity?: Quantity;
}

const amountCategories = new Set<EntityCategory>(['money', 'percent', 'multiple', 'date', 'quantity']);

/** True for money, percentages, multiples, dates and other quantities. @throws {RedianError} INVALID_ARGUMENT if it is no entity. */
export function isAmount(entity: Entity): boolean {
  if (typeof entity?.category !== 'string') refuse('entity', 'an entity', entity);
  return amountCategories.has(entity.category);
}

/** Digits that doubles keep through a few operations: 0.1 + 0.2 is 0.3. */
const DIGITS = 14;

/**
 * A value written the same however it was scaled: 5亿元 and 500 million yuan give `5e8 CNY`.
 *
 * @throws {RedianError} INVALID_ARGUMENT if it is no quantity.
 */
export function amountKey(quantity: Quantity): string {
  if (typeof quantity?.value !== 'number' || typeof quantity.type !== 'string')
    refuse('quantity', 'the quantity of an entity', quantity);
  if (quantity.type === 'date') return `date ${quantity.date ?? quantity.value}`;
  // 3 years are not 3 days.
  const isMeasured = quantity.type === 'duration' || quantity.type === 'measure';
  const unit =
    quantity.currency ??
    (isMeasured ? quantity.unit : undefined) ??
    (quantity.type === 'percent' ? '%' : quantity.type);
  const { value } = quantity;
  return `${Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))} ${unit}`;
}
