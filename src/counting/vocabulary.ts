/** Numbers for strings: the first string is 0, each new one the next. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.words.length;
  }

  /** Id of a word, given now if it has none. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.#ids.set(word, id);
    this.words.push(word);
    return id;
  }

  /** Id of a word, or -1. */
  id(word: string): number {
    return this.#ids.get(word) ?? -1;
  }

  word(id: number): string {
    return this.words[id] ?? '';
  }
}
