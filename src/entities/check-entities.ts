import { checkArray, refuse } from '../base/check.js';
import type { Entity } from './entity.js';

/** Refuses what holds no entities, by the place of the first that is none. */
export function checkEntities(name: string, value: unknown): asserts value is readonly Entity[] {
  checkArray(name, value, 'entities, such as extractEntities gives');
  for (const [at, one] of value.entries()) {
    const entity = one as Partial<Entity> | null | undefined;
    const isEntity =
      typeof entity?.canonical === 'string' &&
      typeof entity.category === 'string' &&
      Number.isInteger(entity.start) &&
      Number.isInteger(entity.end);
    if (!isEntity) refuse(`${name}[${at}]`, 'an entity', one);
  }
}
