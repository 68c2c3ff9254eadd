import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { importOptional } from '../../src/tokenizer/engines/engine.js';
import { type EngineName, loadEngine } from '../../src/tokenizer/index.js';

const require = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  try {
    require(name);
    return true;
  } catch {
    return false;
  }
}

const engines: EngineName[] = ['redian', '@node-rs/jieba', 'nodejieba'];

for (const name of engines) {
  describe.skipIf(name !== 'redian' && !isInstalled(name))(`the engine ${name}`, () => {
    it('cuts, tags and takes a word', async () => {
      const engine = await loadEngine(name);
      const text = '我来到北京清华大学看热点雷达';
      expect(engine.cut(text).join('')).toBe(text);
      expect(engine.cut(text)).toContain('清华大学');
      expect(engine.cutForSearch(text)).toContain('大学');
      expect(engine.tag(text)).toContainEqual({ word: '北京', tag: 'ns' });
      engine.addWord('热点雷达', 100_000, 'n');
      expect(engine.cut(text)).toContain('热点雷达');
      for (const [values, message] of [
        [['甲乙', -1], /^frequency: expected an integer of at least 0, got -1/u],
        [['甲乙', 1.5], /^frequency: expected an integer/u],
        [['甲乙', Number.NaN], /^frequency: expected an integer/u],
        [[''], /^word: expected at least one character, got ""/u],
        [[null], /^word: expected a string, got null/u],
        [['甲乙', 5, 5], /^tag: expected a string, got 5/u],
      ] as unknown as [[string, number, string], RegExp][]) {
        expect(() => engine.addWord(...values)).toThrow(
          expect.objectContaining({ name: 'RedianError', message: expect.stringMatching(message) }),
        );
      }
      expect(() => engine.cut(7 as unknown as string)).toThrow(/text: expected a string, got 7/);
    });
  });
}

it.skipIf(!isInstalled('@node-rs/jieba'))('@node-rs/jieba takes no word with white space', async () => {
  const engine = await loadEngine('@node-rs/jieba');
  for (const word of ['Foo Bar', ' ', '甲\t乙', '甲\n乙']) {
    expect(() => engine.addWord(word)).toThrow(/^word: expected no white space, which @node-rs\/jieba/u);
  }
  expect(() => engine.addWord('甲乙', 5, 'n\n丙 5')).toThrow(/^tag: expected no white space/u);
});

describe('an engine that is not installed', () => {
  it('is an error that names the command to install it', async () => {
    await expect(importOptional('redian-has-no-such-peer')).rejects.toMatchObject({
      code: 'MISSING_PACKAGE',
      message: expect.stringContaining('npm install redian-has-no-such-peer'),
    });
  });

  it.skipIf(isInstalled('nodejieba'))('is reported by loadEngine', async () => {
    await expect(loadEngine('nodejieba')).rejects.toMatchObject({ code: 'MISSING_PACKAGE' });
  });

  it('of an unknown name is refused', async () => {
    await expect(loadEngine('mecab' as EngineName)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
