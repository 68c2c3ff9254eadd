/** Lookup types of `GSUB`. */
const LIGATURE = 4;
const EXTENSION = 7;

/** One ligature: the glyphs after the first, and what all of them become. */
interface Ligature {
  readonly rest: readonly number[];
  readonly glyph: number;
}

/**
 * Ligatures of a font's table `GSUB`: how emoji fonts join people, flags and skin tones to one glyph.
 *
 * Only substitutions of type 4 are read, in the order of the table, whatever feature they belong to.
 * @see OpenType 1.9, "GSUB - Glyph Substitution Table", lookup type 4
 */
export class Ligatures {
  private constructor(private readonly lookups: readonly ReadonlyMap<number, readonly Ligature[]>[]) {}

  static read(gsub: DataView): Ligatures {
    const list = gsub.getUint16(8);
    const lookups: ReadonlyMap<number, readonly Ligature[]>[] = [];
    for (let index = 0; index < gsub.getUint16(list); index++) {
      const lookup = list + gsub.getUint16(list + 2 + 2 * index);
      const found = new Map<number, readonly Ligature[]>();
      for (let part = 0; part < gsub.getUint16(lookup + 4); part++) {
        let type = gsub.getUint16(lookup);
        let table = lookup + gsub.getUint16(lookup + 6 + 2 * part);
        if (type === EXTENSION) {
          type = gsub.getUint16(table + 2);
          table += gsub.getUint32(table + 4);
        }
        if (type === LIGATURE) readSubtable(gsub, table, found);
      }
      if (found.size > 0) lookups.push(found);
    }
    return new Ligatures(lookups);
  }

  /** What the glyphs of a sequence become. */
  apply(glyphs: readonly number[]): readonly number[] {
    let current = glyphs;
    for (const lookup of this.lookups) {
      const next: number[] = [];
      for (let at = 0; at < current.length; ) {
        const match = lookup
          .get(current[at])
          ?.find(({ rest }) => rest.every((glyph, offset) => current[at + 1 + offset] === glyph));
        next.push(match ? match.glyph : current[at]);
        at += match ? match.rest.length + 1 : 1;
      }
      current = next;
    }
    return current;
  }
}

function readSubtable(gsub: DataView, table: number, found: Map<number, readonly Ligature[]>): void {
  const firsts = readCoverage(gsub, table + gsub.getUint16(table + 2));
  for (let set = 0; set < gsub.getUint16(table + 4); set++) {
    const setAt = table + gsub.getUint16(table + 6 + 2 * set);
    const ligatures = Array.from({ length: gsub.getUint16(setAt) }, (_, index): Ligature => {
      const at = setAt + gsub.getUint16(setAt + 2 + 2 * index);
      const count = Math.max(1, gsub.getUint16(at + 2));
      return {
        glyph: gsub.getUint16(at),
        rest: Array.from({ length: count - 1 }, (_, part) => gsub.getUint16(at + 4 + 2 * part)),
      };
    });
    // An earlier subtable wins.
    if (!found.has(firsts[set])) found.set(firsts[set], ligatures);
  }
}

/** Glyphs of a coverage table in their order. */
function readCoverage(gsub: DataView, at: number): readonly number[] {
  const count = gsub.getUint16(at + 2);
  if (gsub.getUint16(at) === 1) {
    return Array.from({ length: count }, (_, index) => gsub.getUint16(at + 4 + 2 * index));
  }
  const glyphs: number[] = [];
  for (let range = 0; range < count; range++) {
    const from = at + 4 + 6 * range;
    for (let glyph = gsub.getUint16(from); glyph <= gsub.getUint16(from + 2); glyph++) glyphs.push(glyph);
  }
  return glyphs;
}
