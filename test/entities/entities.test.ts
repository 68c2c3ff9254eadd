import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountKey, EntityCounts, extractEntities, isAmount } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { money, type Piece, quantity, term, tokens } from './tokens.js';

function names(...pieces: readonly (string | Piece)[]): string[] {
  const { text, tokens: list } = tokens(...pieces);
  return extractEntities(text, list).map((entity) => `${entity.category} ${entity.canonical}`);
}

describe('extractEntities', () => {
  test('aliases share their canonical name', () => {
    expect(names(term('英伟达', 'company', 'Nvidia'), '和', term('NVIDIA', 'company', 'Nvidia'))).toEqual([
      'company Nvidia',
      'company Nvidia',
    ]);
  });

  test('an amount has the same key in both languages', () => {
    expect(names(money('5亿美元', 5e8), ' ', money('$500M', 5e8))).toEqual([
      'money 500000000 USD',
      'money 500000000 USD',
    ]);
  });

  test('places by either name', () => {
    expect(names('日本', '和', ' ', 'Silicon', ' ', 'Valley')).toEqual(['place 日本', 'place 硅谷']);
  });

  test('a district in one word is of its city', () => {
    expect(names('上海浦东新区', '发布', '政策')).toEqual(['place 上海']);
    expect(names('上海市浦东新区')).toEqual(['place 上海']);
    expect(names('中国赛区', '和', '中国台湾地区')).toEqual([]);
  });

  test('the pronoun us is no country', () => {
    expect(names('tell', ' ', 'us', ' ', 'more')).toEqual([]);
    expect(names('the', ' ', 'US', ' ', 'says')).toEqual(['place 美国']);
  });

  test('an unknown company by its ending, but not a kind of company', () => {
    expect(names('光帆', '科技', '推出', '耳机')).toEqual(['company 光帆科技']);
    expect(names('上市', '科技', '很', '多')).toEqual([]);
    expect(names('多家', '银行', '表示')).toEqual([]);
  });

  test('a Latin name in a Chinese sentence', () => {
    expect(names('Subquadratic', ' ', '推出', '模型')).toEqual(['name Subquadratic']);
    expect(names('AI', ' ', '推出', '模型')).toEqual([]);
  });

  test('a cashtag that no dictionary has is a stock', () => {
    expect(names({ text: '$ABCD', kind: 'cashtag' }, ' ', 'up')).toEqual(['stock $ABCD']);
  });

  test('a number that is none is left out', () => {
    expect(names(quantity('一些', { value: Number.NaN, type: 'count' }))).toEqual([]);
  });

  test('offsets point into the text and do not overlap, whatever the words', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '光帆',
        '科技',
        '「',
        '」',
        '“',
        '”',
        '《',
        'Foo',
        'Labs',
        '日本',
        ' ',
        '，',
        '智能',
        'İstanbul',
      ),
      fc.constant(term('OpenAI', 'company')),
      fc.constant(money('5亿元', 5e8, 'CNY')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text, tokens: list } = tokens(...pieces);
        let past = 0;
        for (const entity of extractEntities(text, list)) {
          expect(text.slice(entity.start, entity.end)).toBe(entity.text);
          expect(entity.start).toBeGreaterThanOrEqual(past);
          past = entity.end;
        }
      }),
    );
  });
});

describe('EntityCounts', () => {
  const post = (...canonical: readonly string[]) => {
    const { text, tokens: list } = tokens(...canonical.flatMap((name) => [term(name, 'company'), ' ']));
    return extractEntities(text, list).filter((entity) => !isAmount(entity));
  };

  test('counts each name and each pair once a post', () => {
    const counts = new EntityCounts().add(post('A', 'B', 'A')).add(post('A'));
    expect(counts.names()).toEqual([
      { canonical: 'A', category: 'company', posts: 2 },
      { canonical: 'B', category: 'company', posts: 1 },
    ]);
    expect(counts.pairs()).toEqual([{ a: 'A', b: 'B', posts: 1, npmi: 0 }]);
  });

  test('merging the parts equals counting the whole, and a state comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(['A', 'B', 'C', 'D', 'constructor']), { maxLength: 12 }),
        fc.nat(12),
        (posts, cut) => {
          const count = (part: readonly string[][]): EntityCounts => {
            const counts = new EntityCounts();
            for (const one of part) counts.add(post(...one));
            return counts;
          };
          const whole = count(posts).toJSON();
          expect(
            count(posts.slice(0, cut))
              .merge(count(posts.slice(cut)))
              .toJSON(),
          ).toEqual(whole);
          expect(EntityCounts.from(JSON.parse(JSON.stringify(whole))).toJSON()).toEqual(whole);
        },
      ),
    );
  });

  test('a state of another format is refused', () => {
    expect(() => EntityCounts.from(JSON.parse('{"format":2}'))).toThrow(/format: expected 1, got 2/u);
    expect(() => EntityCounts.from(JSON.parse('{"format":1,"posts":3}'))).toThrow(/that toJSON gives/u);
  });
});

describe('years, durations and places', () => {
  const tokenizer = Tokenizer.loadSync();
  const found = (text: string): string[] =>
    extractEntities(text, tokenizer.segment(text)).map(({ text: words, category, canonical }) =>
      [words, category, canonical].join(' '),
    );

  test('a bare number of a year is a date, unless something is counted', () => {
    expect(found('2026 春招')).toEqual(['2026 date date 2026']);
    expect(found('2026款上市')).toEqual(['2026 date date 2026']);
    expect(found('2024名学生')).toEqual(['2024 quantity 2024 count']);
    expect(found('玩 2048')).toEqual(['2048 quantity 2048 count']);
  });

  test('three years are not three days', () => {
    expect(found('3年')).toEqual(['3年 quantity 3 年']);
    expect(found('3天')).toEqual(found('3 days').map((words) => words.replace('3 days', '3天')));
  });

  test('amounts that differ are counted apart, and what doubles lose is not told', () => {
    expect(found('共 1,234,567 人和 1,234,568 人')).toEqual([
      '1,234,567 quantity 1234567 count',
      '1,234,568 quantity 1234568 count',
    ]);
    expect(found('营收12345678.91元')).toEqual(['12345678.91元 money 12345678.91 CNY']);
    expect(amountKey({ value: 0.1 + 0.2, type: 'count' })).toBe('0.3 count');
    expect(amountKey({ value: 1.1 * 1e8, type: 'count' })).toBe('110000000 count');
  });

  test('days that no month has are no dates', () => {
    for (const day of ['2月30日', '4月31日', 'Feb 30', '2025-02-29', '六月三十一日'])
      expect(found(`谷歌 ${day} 收购 Wiz`).filter((name) => name.includes('date'))).toEqual([]);
    expect(found('2024年2月29日')).toEqual(['2024年2月29日 date date 2024-02-29']);
  });

  test('about as much counts as much', () => {
    expect(found('300人左右')).toEqual(['300 quantity 300 count']);
  });

  test('provinces and cities, also with what they are', () => {
    expect(found('甘肃傩舞')).toEqual(['甘肃 place 甘肃']);
    expect(found('郑州人均存款')).toContain('郑州 place 郑州');
    expect(found('广东省和深圳市')).toEqual(['广东省 place 广东', '深圳市 place 深圳']);
  });
});
