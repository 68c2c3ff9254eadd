/** Words written as one text, which becomes a set when it is first asked, so that an import does not wait for it. */
export class WordSet {
  readonly #text: string;
  readonly #separator: string;
  #words: ReadonlySet<string> | undefined;

  /** @param separator  what stands between two words; empty where each character is one. */
  constructor(text: string, separator = ' ') {
    this.#text = text;
    this.#separator = separator;
  }

  has(word: string): boolean {
    this.#words ??= new Set(this.#text.split(this.#separator));
    return this.#words.has(word);
  }
}
