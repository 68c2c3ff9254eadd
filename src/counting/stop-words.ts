import { checkMethods } from '../base/check.js';
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

  constructor(words: Iterable<string>) {
    this.#words = new Set();
    for (const word of words) this.#words.add(fold(word));
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

  has(word: string): boolean {
    return this.#words.has(fold(word));
  }

  /** A copy with further words, or without some. */
  with(more: Iterable<string>, less: Iterable<string> = []): StopWords {
    const copy = new StopWords([...this.#words, ...more]);
    for (const word of less) copy.#words.delete(fold(word));
    return copy;
  }

  get size(): number {
    return this.#words.size;
  }
}

function parse(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
}
