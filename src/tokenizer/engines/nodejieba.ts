import { exportsOf, importOptional, type TokenizerEngine } from './engine.js';
import { type Jieba, JiebaEngine } from './jieba-engine.js';

interface NodeJieba extends Jieba {
  load(): void;
  insertWord(word: string, tag?: string): boolean;
}

/**
 * The engine of the optional package nodejieba (cppjieba), which chooses the frequencies of added words itself. It is one
 * for the whole process: words that are added to it are there for all who use the package.
 *
 * @throws {RedianError} MISSING_PACKAGE if the package is not installed.
 */
export async function loadNodeJieba(): Promise<TokenizerEngine> {
  const jieba = exportsOf(await importOptional('nodejieba')) as unknown as NodeJieba;
  jieba.load();
  return new JiebaEngine('nodejieba', jieba, (word, _frequency, tag) => {
    if (tag === undefined) jieba.insertWord(word);
    else jieba.insertWord(word, tag);
  });
}
