import { checkIterable, checkMethods, checkString } from '../base/check.js';
import { readDataFile, readDataFileSync } from '../base/data-file.js';
import { fold } from '../text/fold.js';
import { loadVariants } from '../text/variants.js';

let bundled: StopWords | undefined;

/** Throws unless `value` is a {@link StopWords}, of whatever copy of the package. */
export function checkStopWords(name: string, value: unknown): void {
  checkMethods(name, value, 'StopWords', ['has', 'with']);
}

/** Words that are everywhere and tell nothing. Look-ups disregard case and width. */
export class StopWords {
  readonly #words: Set<string>;

  /** @throws {RedianError} INVALID_ARGUMENT unless `words` are strings, several of them: one string is refused. */
  constructor(words: Iterable<string>) {
    this.#words = new Set(foldedWords('words', words));
  }

  /** The bundled lists, Chinese and English; read once. */
  static loadSync(): StopWords {
    bundled ??= new StopWords(parse(readDataFileSync('stop-words.txt')));
    return bundled;
  }

  /** As {@link loadSync}, for runtimes that cannot read files at once; also reads what counting needs besides. */
  static async load(): Promise<StopWords> {
    const [bytes] = await Promise.all([readDataFile('stop-words.txt'), loadVariants()]);
    bundled ??= new StopWords(parse(bytes));
    return bundled;
  }

  /** @throws {RedianError} INVALID_ARGUMENT if `word` is no string. */
  has(word: string): boolean {
    if (typeof word !== 'string') checkString('word', word);
    return this.#words.has(fold(word));
  }

  /** A copy with further words, or without some. @throws {RedianError} INVALID_ARGUMENT as the constructor does. */
  with(more: Iterable<string>, less: Iterable<string> = []): StopWords {
    const copy = new StopWords(this.#words);
    for (const word of foldedWords('more', more)) copy.#words.add(word);
    for (const word of foldedWords('less', less)) copy.#words.delete(word);
    return copy;
  }

  get size(): number {
    return this.#words.size;
  }
}

function foldedWords(name: string, words: Iterable<string>): string[] {
  checkIterable(name, words, 'a list of words');
  return Array.from(words, (word, place) => {
    checkString(`${name}[${place}]`, word);
    return fold(word);
  });
}

function parse(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
}
