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
  ])('%s', (text, name) => expect(people(text)).toContain(name));

  it('are none where the name is of something else', () => {
    expect(people('詹姆斯·韦布空间望远镜传回照片')).toEqual([]);
    expect(people('《哈利·波特》重映')).toEqual([]);
  });
});
