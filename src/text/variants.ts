import { mapUnits } from './fold.js';

/** In which bits the simplified character differs from each traditional one, by unit; 0 for all others. */
export type VariantChanges = Uint16Array;

/** @param variants  traditional characters and the simplified ones as which they are read, in turn. */
export function variantChanges(variants: string): VariantChanges {
  const changes = new Uint16Array(65536);
  for (let i = 0; i < variants.length; i += 2) {
    const unit = variants.charCodeAt(i);
    changes[unit] = unit ^ variants.charCodeAt(i + 1);
  }
  return changes;
}

/** A text in simplified characters, unit for unit; the text itself where it has none to change. O(n). */
export function simplify(text: string, changes: VariantChanges): string {
  return mapUnits(text, changes);
}
