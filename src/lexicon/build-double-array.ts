/**
 * A double-array trie whose bases are all different, so that the label of a unit alone tells whether it
 * belongs to the step that reached it (after Aoe, IEEE TSE 1989, and Yata's unique-base variant).
 *
 * Unit u is two 32-bit integers: `units[2u]` its base, `units[2u + 1]` its label << 16 | value. Child of state
 * s by code c: t = base(s) + c, valid if the label of t is c. Codes are 1 to 65534; empty units carry the label
 * 65535. Value 0: no word ends here.
 */
export interface DoubleArray {
  readonly units: Int32Array;
  readonly size: number;
}

const EMPTY = 0xffff0000 | 0;

interface Node {
  code: number;
  value: number;
  state: number;
  children: Node[];
}

/**
 * @param keys  sequences of codes, sorted by code, without duplicates.
 * @param values  1 to 65535 for each key.
 */
export function buildDoubleArray(keys: readonly Uint16Array[], values: Uint16Array): DoubleArray {
  const root: Node = { code: 0, value: 0, state: 0, children: [] };
  const path: Node[] = [root];
  let nodes = 1;
  let maxCode = 1;
  let previous: Uint16Array = new Uint16Array(0);
  for (const [index, key] of keys.entries()) {
    let depth = 0;
    while (depth < previous.length && depth < key.length && previous[depth] === key[depth]) depth++;
    path.length = depth + 1;
    for (; depth < key.length; depth++) {
      const code = key[depth] as number;
      if (code > maxCode) maxCode = code;
      const node: Node = { code, value: 0, state: 0, children: [] };
      (path[depth] as Node).children.push(node);
      path.push(node);
      nodes++;
    }
    (path[key.length] as Node).value = values[index] as number;
    previous = key;
  }

  const capacity = 2 * nodes + 4 * maxCode + 1024;
  const units = new Int32Array(2 * capacity);
  for (let i = 0; i < capacity; i++) units[2 * i + 1] = EMPTY;
  const taken = new Uint8Array(capacity);
  const baseUsed = new Uint8Array(capacity + 1);
  /** Next free unit at or after i, by path halving. */
  const next = new Int32Array(capacity + 1);
  for (let i = 0; i <= capacity; i++) next[i] = i;
  const free = (from: number): number => {
    let at = from;
    while (next[at] !== at) {
      next[at] = next[next[at] as number] as number;
      at = next[at] as number;
    }
    return at;
  };
  const take = (at: number): void => {
    taken[at] = 1;
    next[at] = at + 1;
  };

  let size = maxCode + 1;
  const place = (node: Node, base: number): void => {
    baseUsed[base] = 1;
    units[2 * node.state] = base;
    for (const child of node.children) {
      const at = base + child.code;
      child.state = at;
      take(at);
      units[2 * at + 1] = (child.code << 16) | child.value;
      if (at >= size) size = at + 1;
    }
  };
  /** Where the search for a node of so many children begins: what failed for one will fail for the next. */
  const cursors = new Int32Array(64).fill(1);
  const find = (node: Node): number => {
    const first = (node.children[0] as Node).code;
    const width = Math.min(node.children.length, 63);
    let at = free(Math.max(first, cursors[width] as number));
    for (let tries = 0; ; at = free(at + 1), tries++) {
      const base = at - first;
      if (baseUsed[base] === 0 && node.children.every((child) => taken[base + child.code] === 0)) break;
      if (tries === (width === 1 ? 2 : 24)) cursors[width] = at;
    }
    return at - first;
  };

  take(0);
  place(root, 0);
  // Level by level, because a node's own state is known once its parent is placed; widest first within a level.
  for (let level = root.children; level.length > 0; ) {
    const wide = level.filter((node) => node.children.length > 0);
    wide.sort((a, b) => b.children.length - a.children.length || a.state - b.state);
    for (const node of wide) place(node, find(node));
    level = wide.flatMap((node) => node.children);
  }

  // States without children get a base behind the end, where no unit has a label.
  const end = size;
  const trimmed = new Int32Array(2 * (end + maxCode + 1));
  trimmed.set(units.subarray(0, 2 * end));
  for (let i = end; i < end + maxCode + 1; i++) trimmed[2 * i + 1] = EMPTY;
  const mark = (node: Node): void => {
    if (node.children.length === 0) trimmed[2 * node.state] = end;
    for (const child of node.children) mark(child);
  };
  mark(root);
  return { units: trimmed, size: end };
}
