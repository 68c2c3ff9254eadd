import { checkString } from '../../base/check.js';
import type { TaggedWord } from '../tagger.js';
import type { CutOptions } from '../tokenizer.js';
import { exportsOf, importOptional, requireModel, type TokenizerEngine } from './engine.js';

interface NodeJiebaModule {
  load(): void;
  cut(text: string, hmm?: boolean): string[];
  cutForSearch(text: string, hmm?: boolean): string[];
  tag(text: string): TaggedWord[];
  insertWord(word: string, tag?: string): boolean;
}

/**
 * The engine of the optional package nodejieba (cppjieba). It is one for the whole process: words that are added
 * to it are there for all who use the package.
 *
 * @throws {RedianError} MISSING_PACKAGE if the package is not installed.
 */
export async function loadNodeJieba(): Promise<TokenizerEngine> {
  const jieba = exportsOf(await importOptional('nodejieba')) as unknown as NodeJiebaModule;
  jieba.load();
  return new NodeJieba(jieba);
}

class NodeJieba implements TokenizerEngine {
  readonly #jieba: NodeJiebaModule;

  constructor(jieba: NodeJiebaModule) {
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
    requireModel('nodejieba', options);
    return this.#jieba.tag(text).map(({ word, tag }) => ({ word, tag }));
  }

  /** cppjieba chooses the frequency itself. */
  addWord(word: string, _frequency?: number, tag?: string): void {
    checkString('word', word);
    if (tag === undefined) this.#jieba.insertWord(word);
    else this.#jieba.insertWord(word, tag);
  }
}
