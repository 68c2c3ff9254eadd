import { describeValue, RedianError } from '../../errors.js';
import { exportsOf, importOptional, type TokenizerEngine } from './engine.js';
import { type Jieba, JiebaEngine } from './jieba-engine.js';

interface NodeRsJieba extends Jieba {
  loadDict(lines: Uint8Array): void;
}

/**
 * The engine of the optional package @node-rs/jieba (jieba-rs), with its own dictionary.
 * @throws {RedianError} MISSING_PACKAGE if the package is not installed.
 */
export async function loadNodeRsJieba(): Promise<TokenizerEngine> {
  const { Jieba } = exportsOf(await importOptional('@node-rs/jieba')) as {
    Jieba: { withDict(dict: Uint8Array): NodeRsJieba };
  };
  const { dict } = exportsOf(await importOptional('@node-rs/jieba/dict.js')) as { dict: Uint8Array };
  const jieba = Jieba.withDict(dict);
  return new JiebaEngine('@node-rs/jieba', jieba, (word, frequency = 1000, tag = 'n') => {
    checkUnspaced('word', word);
    checkUnspaced('tag', tag);
    jieba.loadDict(new TextEncoder().encode(`${word} ${frequency} ${tag}\n`));
  });
}

/** Throws if `value` would fall apart in a line of the dictionary. */
function checkUnspaced(name: string, value: string): void {
  if (!/\s/u.test(value)) return;
  throw new RedianError(
    'INVALID_ARGUMENT',
    `${name}: expected no white space, which @node-rs/jieba takes in no word, got ${describeValue(value)}`,
    { details: { name } },
  );
}
