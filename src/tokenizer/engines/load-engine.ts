import { checkChoice } from '../../base/check.js';
import { Tokenizer } from '../tokenizer.js';
import type { EngineName, TokenizerEngine } from './engine.js';
import { loadNodeRsJieba } from './node-rs-jieba.js';
import { loadNodeJieba } from './nodejieba.js';

/**
 * Loads a tokenizer by the name of its package.
 *
 * ```ts
 * const engine = await loadEngine('nodejieba');
 * engine.cut('我来到北京清华大学');
 * ```
 *
 * @param name  `redian` by default.
 * @throws {RedianError} MISSING_PACKAGE naming the install command if the package of another engine is not there.
 */
export async function loadEngine(name: EngineName = 'redian'): Promise<TokenizerEngine> {
  checkChoice('engine', name, ['redian', '@node-rs/jieba', 'nodejieba']);
  if (name === '@node-rs/jieba') return loadNodeRsJieba();
  if (name === 'nodejieba') return loadNodeJieba();
  return Tokenizer.load();
}
