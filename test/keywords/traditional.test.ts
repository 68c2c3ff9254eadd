import { expect, test } from 'vitest';
import { countingTerms, StopWords } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics } from '../../src/topics/index.js';

const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const termsOf = (text: string, words = stopWords) => countingTerms(tokenizer.segment(text), words);

test('traditional characters are counted as simplified ones and shown as they are written', () => {
  const written = termsOf('網路龍頭發佈開源模型 #人工智慧峰會');
  expect(written.map(({ key }) => key)).toEqual(
    termsOf('网路龙头发布开源模型 #人工智慧峰会').map(({ key }) => key),
  );
  expect(written.map(({ display }) => display)).toContain('龍頭');
});

test('a stop word is one in either script', () => {
  expect(termsOf('龍頭', stopWords.with(['龙头']))).toEqual([]);
  expect(termsOf('龍頭', stopWords.with(['龍頭']))).toEqual([]);
});

test('posts of either script share a topic, which is shown as most of them write it', () => {
  const posts = [
    '颱風登陸臺灣東部，鐵路停駛',
    '台风登陆台湾东部，铁路停驶',
    '颱風來襲，鐵路與航班停駛',
    '颱風登陸，航班取消鐵路停駛',
    '央行宣布降息，股市上涨',
    '央行宣佈降息，股市上漲',
    '降息后股市上涨，央行再出手',
    '央行降息，股市连日上涨',
  ];
  const { topics, assignments } = clusterTopics(posts, { k: 2, seed: 1 });
  expect(new Set(assignments.slice(0, 4))).toEqual(new Set([assignments[0]]));
  expect(new Set(assignments.slice(4))).toEqual(new Set([assignments[4]]));
  const shown = topics.flatMap(({ terms }) => terms.map(({ text }) => text));
  expect(shown).toContain('鐵路');
  expect(shown).toContain('上涨');
  expect(shown).not.toContain('上漲');
});
