import { ln } from '../../base/math.js';
import { isHanUnit } from '../../text/unit-kinds.js';
import { simplify } from '../../text/variants.js';

/**
 * Pairs of Han characters side by side, as numbers: what two texts share of them does not depend on where words begin.
 *
 * Filled by {@link count}, then closed by {@link close}.
 */
export class HanPairs {
  readonly #ids = new Map<number, number>();
  #df: number[] = [];
  /** Squared inverse document frequency of each pair. */
  #squares = new Float64Array(0);
  #documents = 0;

  /** The pairs of a post, which are counted; ids ascending, each once. */
  count(text: string): Int32Array {
    this.#documents++;
    const ids = this.#read(text, true);
    for (const id of ids) this.#df[id] = (this.#df[id] as number) + 1;
    return ids;
  }

  /** The pairs of a part of a post that was counted. */
  idsOf(text: string): Int32Array {
    return this.#read(text, false);
  }

  #read(text: string, isNew: boolean): Int32Array {
    const simple = simplify(text);
    const found = new Set<number>();
    let before = 0;
    for (let at = 0; at < simple.length; at++) {
      const unit = simple.charCodeAt(at);
      const han = isHanUnit(unit) ? unit : 0;
      if (han > 0 && before > 0) {
        const pair = before * 65_536 + han;
        let id = this.#ids.get(pair);
        if (id === undefined && isNew) {
          id = this.#ids.size;
          this.#ids.set(pair, id);
          this.#df.push(0);
        }
        if (id !== undefined) found.add(id);
      }
      before = han;
    }
    return Int32Array.from(found).sort();
  }

  /** Weighs all pairs. */
  close(): void {
    this.#squares = Float64Array.from(this.#df, (df) => ln(1 + this.#documents / df) ** 2);
  }

  /** Cosine of two texts by their pairs; 0 if one has none. O(pairs). */
  cosine(a: Int32Array, b: Int32Array): number {
    const squares = this.#squares;
    let dot = 0;
    let left = 0;
    let right = 0;
    for (let i = 0, j = 0; i < a.length || j < b.length; ) {
      const x = i < a.length ? (a[i] as number) : Infinity;
      const y = j < b.length ? (b[j] as number) : Infinity;
      const square = squares[Math.min(x, y)] as number;
      if (x <= y) {
        left += square;
        i++;
      }
      if (y <= x) {
        right += square;
        j++;
      }
      if (x === y) dot += square;
    }
    return dot === 0 ? 0 : dot / Math.sqrt(left * right);
  }
}
