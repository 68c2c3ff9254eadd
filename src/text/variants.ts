import { canReadAtOnce, readDataFile, readDataFileSync } from '../base/data-file.js';
import { mapUnits } from './fold.js';

const FILE = 'variants.txt';

/** In which bits the simplified character differs from each traditional one, by unit; 0 for all others. */
let changes: Uint16Array | undefined;

/**
 * The characters of dictionaries/traditional.tsv, each with the simplified one as which it is read; read once. Where files cannot
 * be read at once {@link loadVariants} comes first.
 */
export function variantChanges(): Uint16Array {
  changes ??= changesOf(readDataFileSync(FILE));
  return changes;
}

/** {@link variantChanges} if they were read or can be read at once. */
export function variantChangesIfAtHand(): Uint16Array | undefined {
  return changes ?? (canReadAtOnce() ? variantChanges() : undefined);
}

export async function loadVariants(): Promise<void> {
  changes ??= changesOf(await readDataFile(FILE));
}

/** @param bytes  traditional characters and the simplified ones, in turn, as UTF-8. */
function changesOf(bytes: Uint8Array): Uint16Array {
  const pairs = new TextDecoder().decode(bytes);
  const table = new Uint16Array(65536);
  for (let i = 0; i < pairs.length; i += 2) {
    const unit = pairs.charCodeAt(i);
    table[unit] = unit ^ pairs.charCodeAt(i + 1);
  }
  return table;
}

/** A text in simplified characters, unit for unit; the text itself where it has none to change. O(n). */
export function simplify(text: string): string {
  return mapUnits(text, variantChanges());
}
