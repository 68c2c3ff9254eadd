/**
 * Words added at run time: a trie in one open-addressing hash table of (node, UTF-16 unit) -> node. A lookup
 * costs one probe or two, adding a word of n units O(n).
 */
export class UserTrie {
  /** Words, those with frequency 0 included. */
  size = 0;

  /** Key: node << 16 | unit, plus one so that 0 is empty; the value beside it. */
  #keys = new Float64Array(1024);
  #values = new Int32Array(1024);
  #count = 0;
  #nodes = 1;
  #frequencies = new Float64Array(512);
  #logs = new Float64Array(512);
  #words = new Uint8Array(512);
  /** 1 for units with which a word begins: most positions of a text need no probe. */
  readonly #starts = new Uint8Array(65536);

  begins(unit: number): boolean {
    return this.#starts[unit] === 1;
  }

  /** Child of a node (0 is the root), or 0. */
  child(node: number, unit: number): number {
    const key = node * 65536 + unit + 1;
    const mask = this.#keys.length - 1;
    for (let at = hash(node, unit) & mask; ; at = (at + 1) & mask) {
      const found = this.#keys[at];
      if (found === key) return this.#values[at] as number;
      if (found === 0) return 0;
    }
  }

  frequencyOf(node: number): number {
    return this.#frequencies[node] as number;
  }

  /** Logarithm of the frequency of a node's word. */
  logOf(node: number): number {
    return this.#logs[node] as number;
  }

  node(text: string, start: number, end: number): number {
    let node = 0;
    for (let i = start; i < end; i++) {
      node = this.child(node, text.charCodeAt(i));
      if (node === 0) return 0;
    }
    return node;
  }

  /** Frequency of a word, 0 of a prefix, undefined of neither. */
  frequency(text: string, start: number, end: number): number | undefined {
    const node = this.node(text, start, end);
    return node === 0 ? undefined : (this.#frequencies[node] as number);
  }

  set(word: string, frequency: number): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      node = this.child(node, unit) || this.#add(node, unit);
    }
    if (word.length > 0) this.#starts[word.charCodeAt(0)] = 1;
    if (this.#words[node] === 0) {
      this.#words[node] = 1;
      this.size++;
    }
    this.#frequencies[node] = frequency;
    this.#logs[node] = Math.log(frequency);
  }

  #add(parent: number, unit: number): number {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const node = this.#nodes++;
    if (node >= this.#frequencies.length) {
      this.#frequencies = grown(this.#frequencies, Float64Array);
      this.#logs = grown(this.#logs, Float64Array);
      const words = new Uint8Array(this.#words.length * 2);
      words.set(this.#words);
      this.#words = words;
    }
    this.#insert(parent * 65536 + unit + 1, hash(parent, unit), node);
    return node;
  }

  #insert(key: number, start: number, value: number): void {
    const mask = this.#keys.length - 1;
    let at = start & mask;
    while (this.#keys[at] !== 0) at = (at + 1) & mask;
    this.#keys[at] = key;
    this.#values[at] = value;
    this.#count++;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    this.#count = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === 0) continue;
      const node = Math.floor((key - 1) / 65536);
      this.#insert(key, hash(node, (key - 1) % 65536), values[i] as number);
    }
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function grown(array: Float64Array<ArrayBuffer>, type: Float64ArrayConstructor): Float64Array<ArrayBuffer> {
  const larger = new type(array.length * 2);
  larger.set(array);
  return larger;
}
