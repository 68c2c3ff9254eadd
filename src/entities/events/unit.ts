import { isNotion } from '../../lexicon/term-info.js';
import { type Entity, type EntityCategory, isAmount } from '../entity.js';
import type { Trigger } from '../event-lexicon.js';

/** A piece of a clause: a named thing, an amount, a trigger, a cue or a plain word. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly entity?: Entity;
  readonly triggers: readonly Trigger[];
  /** Kinds of dictionaries/event-cues.tsv. */
  readonly cues: ReadonlySet<string>;
}

/** True of what has a name, as against an amount or a plain word. */
export function isNamed(unit: Unit | undefined): boolean {
  return unit?.entity !== undefined && !isAmount(unit.entity);
}

/** True of a word that is neither named nor does anything to the clause. */
export function isPlain(unit: Unit | undefined): unit is Unit {
  return (
    unit !== undefined && unit.entity === undefined && unit.cues.size === 0 && unit.triggers.length === 0
  );
}

/** True of a number, a sum, a date or another amount. */
export function holdsAmount(unit: Unit): boolean {
  return unit.entity !== undefined && isAmount(unit.entity);
}

/** True of a named thing that is no one's name: 大模型, RAG, the Spring Festival. */
export function isIdea(entity: Entity | undefined): boolean {
  return isNotion(entity?.category) || entity?.category === 'event';
}

/** What somebody makes and releases; a name that no dictionary has may be one. */
export const productLike: ReadonlySet<EntityCategory> = new Set<EntityCategory>([
  'model',
  'product',
  'name',
  'hardware',
  'dataset',
  'benchmark',
]);

/** A named thing that is more than an idea: AI alone says nothing. */
export function isThingNamed(unit: Unit): boolean {
  return unit.entity !== undefined && !isAmount(unit.entity) && !isIdea(unit.entity);
}

/** Letters of a unit as they weigh in a gap: a Latin word weighs as two Han characters. */
export function weightOf(unit: Unit): number {
  return /^[a-z0-9]/u.test(unit.lower) ? 2 : unit.text.length;
}

/** 三分之二: how much of it. */
export function isFraction({ text, entity }: Unit): boolean {
  return entity?.category === 'quantity' && text.includes('分之');
}
