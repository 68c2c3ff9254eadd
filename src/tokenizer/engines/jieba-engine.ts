import { checkString } from '../../base/check.js';
import { RedianError } from '../../errors.js';
import { type CutOptions, hmmOf } from '../cut-options.js';
import type { TaggedWord } from '../tagger.js';
import { checkUserWord } from '../user-dictionary.js';
import type { TokenizerEngine } from './engine.js';

/** What the packages of jieba for Node have in common. */
export interface Jieba {
  cut(text: string, hmm?: boolean): string[];
  cutForSearch(text: string, hmm?: boolean): string[];
  /** With the model; cppjieba has no tagging without, and takes no notice of the argument. */
  tag(text: string, hmm: true): TaggedWord[];
}

/** Adds a word as an engine does it; without a frequency or a tag the engine chooses. */
type WordAdder = (word: string, frequency?: number, tag?: string) => void;

/** A package of jieba as an engine of the pipeline. */
export class JiebaEngine implements TokenizerEngine {
  readonly #name: string;
  readonly #jieba: Jieba;
  readonly #add: WordAdder;

  /** @param name  of the package, for messages. */
  constructor(name: string, jieba: Jieba, add: WordAdder) {
    this.#name = name;
    this.#jieba = jieba;
    this.#add = add;
  }

  cut(text: string, options?: CutOptions): string[] {
    checkString('text', text);
    return this.#jieba.cut(text, hmmOf(options));
  }

  cutForSearch(text: string, options?: CutOptions): string[] {
    checkString('text', text);
    return this.#jieba.cutForSearch(text, hmmOf(options));
  }

  tag(text: string, options?: CutOptions): TaggedWord[] {
    checkString('text', text);
    if (!hmmOf(options)) {
      throw new RedianError('INVALID_ARGUMENT', `hmm: ${this.#name} tags with its model only, got false`);
    }
    return this.#jieba.tag(text, true).map(({ word, tag }) => ({ word, tag }));
  }

  addWord(word: string, frequency?: number, tag?: string): void {
    checkUserWord(word, frequency, tag);
    this.#add(word, frequency, tag);
  }
}
