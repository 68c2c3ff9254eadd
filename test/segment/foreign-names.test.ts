import { describe, expect, it } from 'vitest';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const cut = (text: string) => tokenizer.segment(text).map((token) => token.text);

describe('foreign names with dots', () => {
  it.each([
    ['前总裁格雷格·普雷斯科特称公司', '格雷格·普雷斯科特'],
    ['杰弗里·爱泼斯坦案', '杰弗里·爱泼斯坦'],
    ['弗拉基米尔·弗拉基米罗维奇·普京当选', '弗拉基米尔·弗拉基米罗维奇·普京'],
    ['国务卿安东尼·布林肯抵达北京', '安东尼·布林肯'],
    ['乌克兰总统弗拉基米尔·泽连斯基说', '弗拉基米尔·泽连斯基'],
    ['阿斯顿·马丁赛车', '阿斯顿·马丁'],
    ['《哈利·波特》重映', '哈利·波特'],
    ['裁判大卫·库特大骂', '大卫·库特'],
    ['电影里哈利·波特说', '哈利·波特'],
    ['总裁里德·霍夫曼说', '里德·霍夫曼'],
    ['前总统里卡多·拉戈斯', '里卡多·拉戈斯'],
    ['富翁贾里德·艾萨克曼', '贾里德·艾萨克曼'],
    ['英雄杰西·麦克雷', '杰西·麦克雷'],
    ['亚历山大·杜金之女', '亚历山大·杜金'],
    ['阿吉特・贾恩接任', '阿吉特・贾恩'],
    ['德怀恩•韦德退役', '德怀恩•韦德'],
    ['連林納斯·托瓦兹都說', '林納斯·托瓦兹'],
    // first names that are told by nothing but being known
    ['导演大卫·林奇去世', '大卫·林奇'],
    ['前国务卿亨利·基辛格', '亨利·基辛格'],
    ['战胜雨果·卡尔德拉诺', '雨果·卡尔德拉诺'],
    ['保罗•乔治受伤', '保罗•乔治'],
    ['昆汀·塔伦蒂诺的电影', '昆汀·塔伦蒂诺'],
    ['篮板超越摩西·马龙', '摩西·马龙'],
    ['中锋達米安·利拉德', '達米安·利拉德'],
    // a word that could be no other than a name
    ['海德玛丽·维乔雷克的讲话', '海德玛丽·维乔雷克'],
    ['4日穆罕默德·本·萨勒曼抵达', '穆罕默德·本·萨勒曼'],
    ['哲学家让·保罗·萨特', '让·保罗·萨特'],
    ['演员凯文·史派西获奖', '凯文·史派西'],
    ['由基里安·墨菲主演', '基里安·墨菲'],
    ['道恩·强森主演', '道恩·强森'],
    ['心理学家菲利普·津巴多逝世', '菲利普·津巴多'],
    ['演员本·威士肖讲述', '本·威士肖'],
    // initials
    ['部长罗伯特·F·肯尼迪说', '罗伯特·F·肯尼迪'],
    ['唐纳德·J·特朗普', '唐纳德·J·特朗普'],
    // spaces about the dot
    ['演员杰森 · 斯坦森出演', '杰森 · 斯坦森'],
    ['汤姆 · 罗斯曼确认', '汤姆 · 罗斯曼'],
  ])('%s', (text, name) => {
    expect(cut(text)).toContain(name);
    expect(cut(text).join('')).toBe(text);
  });

  it('end before what is said of their bearers', () => {
    expect(cut('唐纳德·特朗普派特使').slice(0, 2)).toEqual(['唐纳德·特朗普', '派']);
    expect(cut('约翰·史密斯博士在会上')).toEqual(['约翰·史密斯', '博士', '在', '会上']);
    expect(cut('记者对朱莉娅·罗伯茨达成协议').slice(2, 3)).toEqual(['朱莉娅·罗伯茨']);
    expect(cut('连克里斯·海姆斯沃斯都来了').slice(0, 2)).toEqual(['连', '克里斯·海姆斯沃斯']);
  });

  it('are none where a dot parts other things', () => {
    for (const text of [
      '熊出没·年年有熊',
      '世界·新闻',
      '西安·南京',
      '渔家傲·秋思',
      '致改革·致创新',
      '断·桥',
      '李白·杜甫',
      '拉萨·昆明',
      '卡塔尔·多哈',
      '古城大理 · 丽江',
      '拉斯维加斯·纽约',
      '科技 · 财经',
      '大卫·',
      '大卫·F·',
    ]) {
      expect(cut(text).filter((word) => word.includes('·') && word.length > 1)).toEqual([]);
    }
    expect(cut('·马克')).toEqual(['·', '马克']);
    expect(cut('马克··吐温')).toContain('··');
  });

  it('leave a term before them alone, and are terms where the dictionary has them', () => {
    const tokens = tokenizer.segment('特斯拉埃隆·马斯克，埃里克·特朗普，阿尔特曼');
    expect(tokens.map(({ text, term }) => term?.canonical ?? text)).toEqual([
      'Tesla',
      'Elon Musk',
      '，',
      '埃里克·特朗普',
      '，',
      'Sam Altman',
    ]);
  });

  it('are terms of the dictionary with spaces about their dot', () => {
    const terms = (text: string) => tokenizer.segment(text).flatMap(({ term }) => term?.canonical ?? []);
    expect(terms('比尔 · 盖茨表示')).toEqual(['Bill Gates']);
    expect(terms('昨日埃隆 · 马斯克说')).toEqual(['Elon Musk']);
    expect(terms('阿斯顿 · 马丁裁员，阿斯顿·马丁')).toEqual(['Aston Martin', 'Aston Martin']);
  });

  it('are counted under one name however the dot is written', () => {
    const stopWords = StopWords.loadSync();
    const keys = ['纳伊姆·卡西姆', '纳伊姆・卡西姆', '纳伊姆•卡西姆', '纳伊姆‧卡西姆', '纳伊姆 · 卡西姆'].map(
      (name) => countingTerms(tokenizer.segment(name), stopWords).map(({ key }) => key),
    );
    for (const key of keys) expect(key).toEqual(['纳伊姆·卡西姆']);
  });

  it('take linear time', () => {
    const text = '马克·'.repeat(50_000);
    expect(tokenizer.segment(text).length).toBeGreaterThan(10_000);
  });
});
