import { describe, expect, it } from 'vitest';
import { CutNames } from '../../src/counting/cut-names.js';
import { Spellings } from '../../src/counting/spellings.js';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();

function names(texts: readonly string[]): CutNames {
  const cut = new CutNames(
    (word) => stopWords.has(word),
    (word) => tokenizer.frequencyOf(word) !== undefined,
  );
  for (const text of texts) cut.count(tokenizer.segment(text));
  return cut;
}

const matches = ['夺冠', '出战', '领先', '晋级', '采访', '训练'];

describe('names of which a character was cut off', () => {
  it('come out whole where the character stands beside the word nearly always', () => {
    const cut = names(matches.map((what) => `王楚钦${what}`));
    expect(tokenizer.segment('王楚钦夺冠')[0]?.text).toBe('王楚');
    expect(cut.whole('王楚')).toBe('王楚钦');
  });

  it('come out whole with two characters', () => {
    const cut = names(matches.map((what) => `易烊千玺${what}`));
    expect(cut.whole('千玺')).toBe('易烊千玺');
  });

  it('come out whole where the last character looks like a word that joins two', () => {
    expect(names(matches.map((what) => `张本智和${what}`)).whole('张本')).toBe('张本智和');
    const joined = names(
      ['和樊振东', '和孙颖莎', '和马龙', '出战', '夺冠', '晋级'].map((what) => `王楚钦${what}`),
    );
    expect(joined.whole('王楚')).toBe('王楚钦');
  });

  it('come out whole where the character is now and then taken for part of the next word', () => {
    const cut = names([...matches.map((what) => `王楚钦${what}`), '樊振东王楚钦此球只应天上有']);
    expect(tokenizer.segment('王楚钦此球')[1]?.text).toBe('钦此');
    expect(cut.whole('王楚')).toBe('王楚钦');
    expect(names(matches.map((what) => `应用商店${what}`)).whole('应用')).toBe('应用');
  });

  it('come out whole where the rest of a given name is taken for part of a word that no dictionary has', () => {
    const texts = ['孟子义何与同框', '孟子义说喜欢', '孟子义高定look', '孟子义演技', '李昀锐孟子义同框'];
    expect(tokenizer.segment(texts[0] ?? '').map(({ text }) => text)).toContain('义何');
    expect(names(texts).whole('孟子')).toBe('孟子义');
  });

  it('stay as they are where what follows steadily is a part itself', () => {
    const cut = names(['定档', '杀青', '冬偶', '路透', '预告', '花絮'].map((what) => `骄阳似我${what}`));
    expect(cut.whole('骄阳')).toBe('骄阳');
  });

  it('come out whole where two words hardly stand without each other', () => {
    const cut = names([...matches.map((what) => `迪丽热巴${what}`), '热巴新剧']);
    expect(['迪丽', '热巴', '夺冠'].map((word) => cut.whole(word))).toEqual(['迪丽热巴', '迪丽热巴', '夺冠']);
    const apart = names([
      ...matches.map((what) => `迪丽热巴${what}`),
      ...matches.map((what) => `热巴${what}`),
    ]);
    expect(apart.whole('热巴')).toBe('热巴');
  });

  it('come out whole where the whole is a word elsewhere', () => {
    const guests = ['肖战', '杨紫', '赵丽颖', '李现', '周深'];
    const cut = names(guests.flatMap((who) => [`${who}官宣微博之夜`, `微博之夜红毯${who}`]));
    expect(tokenizer.segment('肖战官宣微博之夜').map(({ text }) => text)).toContain('博之夜');
    expect(cut.whole('博之夜')).toBe('微博之夜');
  });

  it('come out whole from three posts on, and what ends one name begins no other', () => {
    const cut = names(['张予曦毕雯珺红裙', '张予曦演技', '张予曦毕雯珺新剧', '张予曦毕雯珺姐姐']);
    expect(tokenizer.segment('张予曦毕雯珺红裙').map(({ text }) => text)).toEqual([
      '张予',
      '曦',
      '毕雯珺',
      '红裙',
    ]);
    expect(['张予', '毕雯珺'].map((word) => cut.whole(word))).toEqual(['张予曦', '毕雯珺']);
  });

  it('stay as they are where they are few, stand beside others too, or beside a measure or a stop word', () => {
    expect(names(['王楚钦夺冠']).whole('王楚')).toBe('王楚');
    expect(names(matches.map((what) => `18 岁以下${what}`)).whole('以下')).toBe('以下');
    expect(names(matches.map((what) => `人工智能的${what}`)).whole('人工智能')).toBe('人工智能');
  });
});

describe('keys of names', () => {
  it('are one for each name, however it is cut', () => {
    const spellings = new Spellings(stopWords, tokenizer);
    const texts = [...matches.map((what) => `王楚钦${what}，迪丽热巴来了`), '采访王楚钦', '热巴新剧'];
    const lists = texts.map((text) => {
      const tokens = tokenizer.segment(text);
      const terms = countingTerms(tokens, stopWords);
      spellings.add(tokens, terms);
      return terms.map(({ key }) => key);
    });
    const joined = lists.map((keys) => spellings.joined(keys).map((key) => spellings.of(key)));
    expect(joined[0]).toEqual(['王楚钦', '夺冠', '迪丽热巴']);
    expect(joined.at(-1)?.[0]).toBe('迪丽热巴');
  });

  it('are one for a word and the tag that is written as it is', () => {
    const spellings = new Spellings(stopWords, tokenizer);
    const lists = [
      'New technology is here',
      'technology #Technology',
      '#Technology of today',
      '#Technology',
    ].map((text) => {
      const tokens = tokenizer.segment(text);
      const terms = countingTerms(tokens, stopWords);
      spellings.add(tokens, terms);
      return terms.map(({ key }) => key);
    });
    expect(new Set(lists.flat()).size).toBe(2);
    expect(new Set(lists.flatMap((keys) => spellings.joined(keys))).size).toBe(1);
  });
});
