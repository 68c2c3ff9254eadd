import { expect, test } from 'vitest';
import { countingTerms, keyphrases, newWords, StopWords } from '../../src/keywords/index.js';
import { simplify } from '../../src/text/variants.js';
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

test.each([
  [
    '強化學習算法用於機器人控制，機器人控制系統的穩定性分析。',
    '强化学习算法用于机器人控制，机器人控制系统的稳定性分析。',
  ],
  [
    '新能源汽車動力電池回收市場規模持續擴大，動力電池回收企業增加。',
    '新能源汽车动力电池回收市场规模持续扩大，动力电池回收企业增加。',
  ],
  ['先進製程訂單滿載，積體電路製造公司宣佈擴產。', '先进制程订单满载，积体电路制造公司宣布扩产。'],
  ['颱風登陸後，鐵路與航班停駛，電力供應中斷。', '台风登陆后，铁路与航班停驶，电力供应中断。'],
  ['電動車廠商競爭激烈，電動車價格下調，銷售額增長。', '电动车厂商竞争激烈，电动车价格下调，销售额增长。'],
  ['醫療保險制度改革方案公佈，醫療費用負擔減輕。', '医疗保险制度改革方案公布，医疗费用负担减轻。'],
])('keyphrases of %s are those of its simplified form, as they are written', (traditional, simplified) => {
  const phrases = keyphrases(traditional, tokenizer);
  const expected = keyphrases(simplified, tokenizer);
  expect(phrases.map(({ phrase }) => simplify(phrase))).toEqual(expected.map(({ phrase }) => phrase));
  expect(phrases.map(({ score }) => score)).toEqual(expected.map(({ score }) => score));
  for (const { phrase } of phrases) expect(traditional).toContain(phrase);
  expect(keyphrases([tokenizer.segment(traditional)], tokenizer)).toEqual(phrases);
});

test('keyphrases of both scripts are one, written as most texts write it', () => {
  const texts = ['機器人控制系統', '機器人控制系統', '机器人控制系统'];
  const [first] = keyphrases(texts, tokenizer, { topK: 1, minTexts: 3 });
  expect(first).toMatchObject({ texts: 3, phrase: expect.stringMatching(/機器人|控制系統/u) });
});

test('what the dictionary has in simplified characters is no new word', () => {
  const before = ['我昨天去', '他說', '附近的', '這家', '好吃的', '新開的', '便宜的', '大家愛吃'];
  const after = ['真好吃', '開業了', '漲價', '排隊很長', '關門', '推出新品', '在東京', '很便宜'];
  const found = (word: string) =>
    newWords(
      before.map((text, at) => text + word + after[at]),
      tokenizer,
    ).map((entry) => entry.word);
  for (const word of ['機器人', '穩定性', '電動車']) expect(found(word)).toEqual([]);
  for (const word of ['賽博龍蝦', '鳴鳥獸', '𠮷野屋', '刘𬱖', '𩸽鱼']) expect(found(word)).toEqual([word]);
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
