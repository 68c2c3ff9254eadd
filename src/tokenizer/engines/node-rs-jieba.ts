import { checkString } from '../../base/check.js';
import type { TaggedWord } from '../tagger.js';
import type { CutOptions } from '../tokenizer.js';
import { exportsOf, importOptional, requireModel, type TokenizerEngine } from './engine.js';

interface Jieba {
  cut(text: string, hmm?: boolean): string[];
  cutForSearch(text: string, hmm?: boolean): string[];
  tag(text: string, hmm?: boolean): TaggedWord[];
  loadDict(lines: Uint8Array): void;
}

/**
 * The engine of the optional package @node-rs/jieba (jieba-rs), with its own dictionary.
 * @throws {RedianError} MISSING_PACKAGE if the package is not installed.
 */
export async function loadNodeRsJieba(): Promise<TokenizerEngine> {
  const { Jieba } = exportsOf(await importOptional('@node-rs/jieba')) as {
    Jieba: { withDict(dict: Uint8Array): Jieba };
  };
  const { dict } = exportsOf(await importOptional('@node-rs/jieba/dict.js')) as { dict: Uint8Array };
  return new NodeRsJieba(Jieba.withDict(dict));
}

class NodeRsJieba implements TokenizerEngine {
  readonly #jieba: Jieba;

  constructor(jieba: Jieba) {
    this.#jieba = jieba;
  }

  cut(text: string, options?: CutOptions): string[] {
    checkString('text', text);
    return this.#jieba.cut(text, options?.hmm ?? true);
  }

  cutForSearch(text: string, options?: CutOptions): string[] {
    checkString('text', text);
    return this.#jieba.cutForSearch(text, options?.hmm ?? true);
  }

  tag(text: string, options?: CutOptions): TaggedWord[] {
    checkString('text', text);
    requireModel('@node-rs/jieba', options);
    return this.#jieba.tag(text, true).map(({ word, tag }) => ({ word, tag }));
  }

  addWord(word: string, frequency = 1000, tag = 'n'): void {
    checkString('word', word);
    this.#jieba.loadDict(new TextEncoder().encode(`${word} ${frequency} ${tag}\n`));
  }
}
