import { describe, expect, it } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const people = (text: string) =>
  extractEntities(text, tokenizer.segment(text))
    .filter(({ category }) => category === 'person')
    .map(({ canonical }) => canonical);

describe('people with foreign names', () => {
  it.each([
    ['昨天，杰弗里·爱泼斯坦案有新进展', '杰弗里·爱泼斯坦'],
    ['纳伊姆·卡西姆出席了会议', '纳伊姆·卡西姆'],
    ['德怀恩•韦德退役', '德怀恩·韦德'],
    ['OpenAI 的萨姆·阿尔特曼说', 'Sam Altman'],
    ['比尔 · 盖茨表示', 'Bill Gates'],
    ['汤姆 · 罗斯曼确认', '汤姆·罗斯曼'],
    ['亨利·基辛格去世', '亨利·基辛格'],
    ['罗伯特·F·肯尼迪当选', '罗伯特·F·肯尼迪'],
  ])('%s', (text, name) => expect(people(text)).toContain(name));

  it('are none where the name is of something else', () => {
    expect(people('詹姆斯·韦布空间望远镜传回照片')).toEqual([]);
    expect(people('《哈利·波特》重映')).toEqual([]);
    expect(people('阿斯顿·马丁股价大跌')).toEqual([]);
    expect(people('约翰斯·霍普金斯大学发布')).toEqual([]);
  });
});
