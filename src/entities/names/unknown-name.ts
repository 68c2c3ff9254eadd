import type { Entity, EntityCategory } from '../entity.js';

/** The entity that text[start, end) makes, which no dictionary has. */
export function unknownName(text: string, start: number, end: number, category: EntityCategory): Entity {
  const surface = text.slice(start, end);
  return { text: surface, start, end, category, canonical: surface.replace(/\s+/gu, ' '), known: false };
}
