import { HashTrie } from './hash-trie.js';

/** Words added at run time with their frequencies. */
export class UserTrie {
  /** Words, those with frequency 0 included. */
  size = 0;

  readonly #trie = new HashTrie();
  #frequencies = new Float64Array(512);
  #logs = new Float64Array(512);
  #words = new Uint8Array(512);

  begins(unit: number): boolean {
    return this.#trie.begins(unit);
  }

  child(node: number, unit: number): number {
    return this.#trie.child(node, unit);
  }

  node(text: string, start: number, end: number): number {
    return this.#trie.node(text, start, end);
  }

  frequencyOf(node: number): number {
    return this.#frequencies[node] as number;
  }

  /** Logarithm of the frequency of a node's word. */
  logOf(node: number): number {
    return this.#logs[node] as number;
  }

  /** Frequency of a word, 0 of a prefix, undefined of neither. */
  frequency(text: string, start: number, end: number): number | undefined {
    const node = this.node(text, start, end);
    return node === 0 ? undefined : (this.#frequencies[node] as number);
  }

  set(word: string, frequency: number): void {
    const node = this.#trie.insert(word);
    if (this.#trie.nodes > this.#frequencies.length) this.#grow();
    if (this.#words[node] === 0) {
      this.#words[node] = 1;
      this.size++;
    }
    this.#frequencies[node] = frequency;
    this.#logs[node] = Math.log(frequency);
  }

  #grow(): void {
    const size = this.#trie.nodes * 2;
    const frequencies = new Float64Array(size);
    frequencies.set(this.#frequencies);
    this.#frequencies = frequencies;
    const logs = new Float64Array(size);
    logs.set(this.#logs);
    this.#logs = logs;
    const words = new Uint8Array(size);
    words.set(this.#words);
    this.#words = words;
  }
}
