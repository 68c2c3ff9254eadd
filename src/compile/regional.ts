import { readTable } from './table.js';

/** Gives names of the field as they are called in Taiwan, by dictionaries/regional-words.tsv. */
export class RegionalNames {
  readonly #words: ReadonlyMap<string, string>;
  readonly #pattern: RegExp;

  /** @param dictionaries  the folder of the table. */
  constructor(dictionaries: string) {
    const rows = readTable(`${dictionaries}regional-words.tsv`);
    this.#words = new Map(rows.map(({ cells }) => [cells.get('mainland') ?? '', cells.get('taiwan') ?? '']));
    const longestFirst = [...this.#words.keys()].sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.join('|'), 'gu');
  }

  /** A name with each of its words as it is called there; as it is if it has none. */
  of(name: string): string {
    return name.replace(this.#pattern, (word) => this.#words.get(word) ?? word);
  }
}
