/** Arrays of a power of two of elements, all zero. */
export interface TrieRoom {
  readonly keys: Float64Array;
  readonly children: Int32Array;
}

/**
 * A trie that grows: one open-addressing hash table of (node, UTF-16 unit) -> node. Node 0 is the root. A step
 * costs a probe or two, adding a key of n units O(n).
 */
export class HashTrie {
  /** Slots of the smallest table. */
  static readonly LEAST = 1024;
  /** Nodes in use, the root included; node numbers are below it. */
  nodes = 1;

  /** Key: node * 65536 + unit + 1, so that 0 is empty; the child beside it. */
  #keys: Float64Array;
  #children: Int32Array;
  readonly #room: TrieRoom | undefined;
  #count = 0;
  /** 1 for units with which a key begins: most positions of a text need no probe. */
  readonly #starts = new Uint8Array(65536);

  /** @param room  where the table lies until it becomes too large for it. */
  constructor(room?: TrieRoom) {
    this.#room = room;
    this.#keys = room?.keys.subarray(0, HashTrie.LEAST) ?? new Float64Array(HashTrie.LEAST);
    this.#children = room?.children.subarray(0, HashTrie.LEAST) ?? new Int32Array(HashTrie.LEAST);
  }

  /** Slots of the table, a power of two. */
  get slots(): number {
    return this.#keys.length;
  }

  begins(unit: number): boolean {
    return this.#starts[unit] === 1;
  }

  /** Child of a node, or 0. */
  child(node: number, unit: number): number {
    const key = node * 65536 + unit + 1;
    const mask = this.#keys.length - 1;
    for (let at = hash(node, unit) & mask; ; at = (at + 1) & mask) {
      const found = this.#keys[at];
      if (found === key) return this.#children[at] as number;
      if (found === 0) return 0;
    }
  }

  /** Node of text[start, end), or 0. */
  node(text: string, start: number, end: number): number {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.child(node, text.charCodeAt(i));
      if (node === 0) return 0;
    }
    return node;
  }

  /** Node of a key, made if there is none. */
  insert(key: string): number {
    let node = 0;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      if (i === 0) this.#starts[unit] = 1;
      node = this.child(node, unit) || this.#add(node, unit);
    }
    return node;
  }

  #add(parent: number, unit: number): number {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const node = this.nodes++;
    this.#put(parent * 65536 + unit + 1, hash(parent, unit), node);
    return node;
  }

  #put(key: number, start: number, child: number): void {
    const mask = this.#keys.length - 1;
    let at = start & mask;
    while (this.#keys[at] !== 0) at = (at + 1) & mask;
    this.#keys[at] = key;
    this.#children[at] = child;
    this.#count++;
  }

  #grow(): void {
    const keys = this.#keys.slice();
    const children = this.#children.slice();
    const size = keys.length * 2;
    if (this.#room !== undefined && size <= this.#room.keys.length) {
      this.#keys = this.#room.keys.subarray(0, size).fill(0);
      this.#children = this.#room.children.subarray(0, size);
    } else {
      this.#keys = new Float64Array(size);
      this.#children = new Int32Array(size);
    }
    this.#count = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === 0) continue;
      this.#put(key, hash(Math.floor((key - 1) / 65536), (key - 1) % 65536), children[i] as number);
    }
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
