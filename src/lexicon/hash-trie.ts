/**
 * A trie that grows: one open-addressing hash table of (node, UTF-16 unit) -> node. Node 0 is the root. A step
 * costs a probe or two, adding a key of n units O(n).
 */
export class HashTrie {
  /** Slots of the smallest table. */
  static readonly LEAST = 1024;
  /** Key: node * 65536 + unit + 1, so that 0 is empty; the child beside it. */
  #keys = new Float64Array(HashTrie.LEAST);
  #children = new Int32Array(HashTrie.LEAST);
  #count = 0;
  /** Nodes in use, the root included; node numbers are below it. */
  #nodes = 1;

  /** Numbers of nodes are below this. */
  get limit(): number {
    return this.#nodes;
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
      node = this.child(node, unit) || this.#add(node, unit);
    }
    return node;
  }

  #add(parent: number, unit: number): number {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const node = this.#nodes++;
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
    const keys = this.#keys;
    const children = this.#children;
    this.#keys = new Float64Array(keys.length * 2);
    this.#children = new Int32Array(keys.length * 2);
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
