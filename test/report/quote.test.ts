import { expect, it } from 'vitest';
import { passagesOf } from '../../src/report/language/quote.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

it.each([
  [
    'what others say behind //@ apart',
    '说到点上//@陈迪Winston:内紧外松的传统信息策略是危险的//@Only-For-Kun唯粉站:武汉加油，中国加油',
    ['内紧外松的传统信息策略是危险的', '武汉加油，中国加油'],
  ],
  [
    'a dot behind vs within',
    'Workday reports revenue of $2.53B, vs. $2.52B est. Its shares fell by a tenth',
    ['Workday reports revenue of $2.53B, vs. $2.52B est', 'Its shares fell by a tenth'],
  ],
  [
    'a title in brackets by itself, and a label with what it labels',
    '【截至25日全国24省启动一级响应】国家卫健委今日通报。【快讯】两地列车停运至初七',
    ['截至25日全国24省启动一级响应', '国家卫健委今日通报', '【快讯】两地列车停运至初七'],
  ],
  ['a quotation whole', '‘联姻’变‘博弈’的两家公司还在谈', ['‘联姻’变‘博弈’的两家公司还在谈']],
  ['nothing of what cannot be read', '金元比联旗下两基金基金经理变更 何\uFFFD辞职', []],
])('reads %s', (_, text, passages) => {
  expect(passagesOf(text, tokenizer.segment(text)).map((passage) => passage.text)).toEqual(passages);
});
