import { stringOf } from '../text/units.js';
import type { FoldedPost } from './folded-post.js';

/** What a piece of a post is: a word or a part of one, an emoji or emoticon, the end of a clause, or something else. */
export const PIECE = 0;
export const SIGN = 1;
export const BREAK = 2;
export const OTHER = 3;

/** Pieces for which there is room from the start, and whose room is kept. */
const LEAST_PIECES = 512;
const KEPT_PIECES = 1 << 17;

/** The pieces of a post, of which {@link PIECE}s alone have units, a node and a shifter. Filled anew for each post. */
export class Pieces {
  count = 0;
  kinds = new Uint8Array(LEAST_PIECES);
  /** Token of each piece. */
  tokens = new Int32Array(LEAST_PIECES);
  /** Offsets in the text. */
  starts = new Int32Array(LEAST_PIECES);
  ends = new Int32Array(LEAST_PIECES);
  /** Offsets in the units of the post. */
  froms = new Int32Array(LEAST_PIECES);
  tos = new Int32Array(LEAST_PIECES);
  nodes = new Int32Array(LEAST_PIECES);
  shifters = new Uint8Array(LEAST_PIECES);

  /** @param most  how many there may be. What a very long post took is given back. */
  begin(most: number): void {
    this.count = 0;
    const room = this.kinds.length;
    if (most <= room && (room <= KEPT_PIECES || most > KEPT_PIECES)) return;
    const size = Math.max(LEAST_PIECES, 2 * most);
    this.kinds = new Uint8Array(size);
    this.shifters = new Uint8Array(size);
    this.tokens = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.froms = new Int32Array(size);
    this.tos = new Int32Array(size);
    this.nodes = new Int32Array(size);
  }

  add(kind: number, token: number): void {
    const i = this.count++;
    this.kinds[i] = kind;
    this.tokens[i] = token;
    this.shifters[i] = 0;
  }

  addWord(
    token: number,
    start: number,
    end: number,
    from: number,
    to: number,
    node: number,
    shifter: number,
  ): void {
    const i = this.count++;
    this.kinds[i] = PIECE;
    this.tokens[i] = token;
    this.starts[i] = start;
    this.ends[i] = end;
    this.froms[i] = from;
    this.tos[i] = to;
    this.nodes[i] = node;
    this.shifters[i] = shifter;
  }
}

/** The text of a piece, folded; empty behind the ends and of what is no word. */
export function textAt({ kinds, froms, tos, count }: Pieces, { units }: FoldedPost, i: number): string {
  if (i < 0 || i >= count || kinds[i] !== PIECE) return '';
  return stringOf(units, froms[i] as number, tos[i] as number);
}
