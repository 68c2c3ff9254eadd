import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Event, extractEvents } from '../../src/entities/index.js';
import { money, type Piece, quantity, term, tokens } from './tokens.js';

const openai = term('OpenAI', 'company');
const google = term('谷歌', 'company', 'Google');
const meta = term('Meta', 'company');
const nvidia = term('英伟达', 'company', 'Nvidia');
const gpt = term('GPT-5.5', 'model', 'GPT-5.5', 'OpenAI');

function events(...pieces: readonly (string | Piece)[]): Event[] {
  const { text, tokens: list } = tokens(...pieces);
  return extractEvents(text, list, { postDay: '2026-05-06' });
}

function only(...pieces: readonly (string | Piece)[]): Event {
  const [event, ...others] = events(...pieces);
  expect(others).toEqual([]);
  if (event === undefined) throw new Error('no event');
  return event;
}

describe('who did what to whom', () => {
  test('subject, verb, object in Chinese', () => {
    const event = only(openai, ' ', '发布', ' ', gpt, '，', '更', '快');
    expect(event).toMatchObject({ type: 'release', action: '发布', modality: 'statement' });
    expect(event.actor?.canonical).toBe('OpenAI');
    expect(event.object?.canonical).toBe('GPT-5.5');
  });

  test('subject, verb, object in English', () => {
    const event = only(openai, ' ', 'launches', ' ', gpt, ' ', 'for', ' ', 'everyone');
    expect(event).toMatchObject({ type: 'release', action: '发布' });
    expect(event.object?.text).toBe('GPT-5.5');
  });

  test('who signs an order regulates', () => {
    const trump = term('特朗普', 'person', 'Donald Trump');
    const order = only(trump, '签署', '行政', '令', '启动', '“', '创世纪', '计划', '”');
    expect(order).toMatchObject({ type: 'regulation', action: '签署行政令', modality: 'statement' });
    expect(order.actor?.canonical).toBe('Donald Trump');
    const bill = only(trump, '签署', '了', '一项', '安全', '法案');
    expect(bill).toMatchObject({ type: 'regulation', action: '签署' });
    const planes = events(openai, ' ', 'signs', ' ', 'an', ' ', 'order', ' ', 'for', ' ', 'chips');
    expect(planes.filter(({ type }) => type === 'regulation')).toEqual([]);
  });

  test('the Chinese passive turns actor and object around', () => {
    const event = only(term('Manus', 'company'), '被', meta, '收购');
    expect(event.actor?.canonical).toBe('Meta');
    expect(event.object?.canonical).toBe('Manus');
  });

  test('the English passive turns actor and object around', () => {
    const event = only(term('Manus', 'company'), ' ', 'was', ' ', 'acquired', ' ', 'by', ' ', meta);
    expect(event.type).toBe('acquisition');
    expect(event.actor?.canonical).toBe('Meta');
    expect(event.object?.canonical).toBe('Manus');
  });

  test('将 brings the object forward', () => {
    const event = only(google, '将', term('Gemma 4', 'model'), '开源');
    expect(event.type).toBe('open_source');
    expect(event.actor?.canonical).toBe('Google');
    expect(event.object?.canonical).toBe('Gemma 4');
    expect(event.modality).toBe('statement');
  });

  test('a name behind a preposition is no subject', () => {
    const event = only(openai, '为', term('ChatGPT', 'product'), '推出', '购物', '功能');
    expect(event.actor?.canonical).toBe('OpenAI');
    expect(event.object?.text).toBe('购物功能');
  });

  test('the subject of the clause before is carried on', () => {
    const event = only(nvidia, '今日', '发布会', '结束', '，', '宣布', '收购', term('Groq', 'company'));
    expect(event.actor?.canonical).toBe('Nvidia');
    expect(event.object?.canonical).toBe('Groq');
  });

  test('partners stand on both sides of 合作', () => {
    const event = only(openai, '与', nvidia, '达成合作');
    expect(event.type).toBe('partnership');
    expect([event.actor?.canonical, event.object?.canonical]).toEqual(['OpenAI', 'Nvidia']);
  });

  test('what partners release together has the first as actor and the second as partner', () => {
    const [deal, release] = events(
      openai,
      ' ',
      '携手',
      nvidia,
      '发布',
      ' ',
      term('MRC', 'technique'),
      ' ',
      '协议',
    );
    expect(deal?.type).toBe('partnership');
    expect(release?.actor?.canonical).toBe('OpenAI');
    expect(release?.partners).toEqual(['Nvidia']);
  });

  test('a verb that is also a term of the dictionary is a verb here', () => {
    const event = only(
      term('腾讯', 'company', 'Tencent'),
      term('开源', 'concept', 'open source'),
      term('HunyuanOCR', 'model'),
    );
    expect(event).toMatchObject({ type: 'open_source', object: { canonical: 'HunyuanOCR' } });
  });

  test('what follows after has its own subject', () => {
    const list = events(
      term('Apple', 'company'),
      ' ',
      'shrugs',
      ' ',
      'after',
      ' ',
      meta,
      ' ',
      'acquires',
      ' ',
      term('Manus', 'company'),
    );
    expect(list.map((event) => event.actor?.canonical)).toEqual(['Meta']);
  });

  test('a company itself is not what is released', () => {
    expect(events(google, '正式发布')).toEqual([]);
  });

  test('a model that goes online has its maker as actor', () => {
    const event = only(gpt, '正式', '上线');
    expect(event.actor?.canonical).toBe('OpenAI');
    expect(event.object?.canonical).toBe('GPT-5.5');
  });
});

describe('amounts', () => {
  test('money takes its role from the words beside it', () => {
    const event = only(
      term('月之暗面', 'company', 'Moonshot AI'),
      '完成',
      money('20亿美元', 2e9),
      '融资',
      '，',
      '估值',
      '超',
      money('200亿美元', 2e10),
    );
    expect(event.type).toBe('funding');
    expect(event.amounts.map(({ role, value }) => [role, value])).toEqual([
      ['funding', 2e9],
      ['valuation', 2e10],
    ]);
  });

  test('people laid off are counted as staff', () => {
    const event = only(
      term('Cloudflare', 'company'),
      '裁员',
      quantity('1100人', { value: 1100, type: 'count', unit: '人' }),
    );
    expect(event.type).toBe('layoffs');
    expect(event.amounts).toMatchObject([{ role: 'staff', value: 1100 }]);
  });

  test('raising prices is no funding', () => {
    expect(events(openai, ' ', 'raises', ' ', 'the', ' ', 'bar', ' ', 'again')).toEqual([]);
  });
});

describe('how it is meant', () => {
  test.each<[string, (string | Piece)[], string]>([
    ['未', [openai, '未', '发布', gpt], 'negation'],
    ['否认', [openai, '否认', '将', '收购', term('Groq', 'company')], 'negation'],
    ['据传', ['据传', openai, '收购', term('Groq', 'company')], 'rumour'],
    ['消息称，', ['消息称', '，', openai, '收购', term('Groq', 'company')], 'rumour'],
    ['reportedly', [openai, ' ', 'reportedly', ' ', 'acquires', ' ', term('Groq', 'company')], 'rumour'],
    ['？', [openai, '收购', term('Groq', 'company'), '？'], 'question'],
    ['计划', [openai, '计划', '发布', gpt], 'plan'],
    ['to', [openai, ' ', 'to', ' ', 'acquire', ' ', term('Groq', 'company')], 'plan'],
    ['如果', ['如果', openai, '收购', term('Groq', 'company')], 'hypothetical'],
  ])('%s', (_, pieces, modality) => {
    expect(only(...pieces).modality).toBe(modality);
  });

  test('a denial of one verb does not deny the next', () => {
    const list = events(
      term('苹果', 'company', 'Apple'),
      '推迟',
      '发布',
      term('Siri', 'product'),
      '，',
      '同意和解',
      '诉讼',
    );
    expect(list.find((event) => event.type === 'lawsuit')?.modality).toBe('statement');
  });
});

describe('what is no event', () => {
  test.each<[string, (string | Piece)[]]>([
    ['a relative clause', [openai, '发布', '的', gpt, '很', '好用']],
    ['a noun', [openai, '发布', '会', '时间', '公布']],
    ['no subject', ['刚刚', '发布', '新', '模型']],
    ['a pronoun as subject', ['我', '发布', '了', '一个', '插件', ' ', openai]],
    ['an empty text', []],
  ])('%s', (_, pieces) => {
    expect(events(...pieces)).toEqual([]);
  });
});

test('the evidence is the clause, and all offsets point into the text', () => {
  const { text, tokens: list } = tokens(
    '突发',
    '！',
    openai,
    '收购',
    term('Groq', 'company'),
    '，',
    '价格',
    '未知',
  );
  const [event] = extractEvents(text, list);
  expect(text.slice(event?.start, event?.end)).toBe('OpenAI收购Groq');
  expect(text.slice(event?.trigger.start, event?.trigger.end)).toBe('收购');
  expect(text.slice(event?.object?.start, event?.object?.end)).toBe('Groq');
});

test('昨日 is the day before that of the post, and a date ahead of it a plan', () => {
  const { text, tokens: list } = tokens(nvidia, '昨日', '宣布', '收购', term('Groq', 'company'));
  const dates = (postDay?: string) =>
    extractEvents(text, list, postDay === undefined ? {} : { postDay }).map(({ date }) => date);
  expect(dates('2026-03-01')).toEqual(['2026-02-28']);
  expect(dates('2026-01-01')).toEqual(['2025-12-31']);
  expect(dates()).toEqual([undefined]);
});

test.each(['2026-02-30', '2026-2-3', '20260203', '2026-13-01', 3])('%s is no day', (postDay) => {
  expect(() => extractEvents('', [], { postDay: postDay as string })).toThrow(/postDay: expected a day/u);
});

test('an option out of range is refused by name', () => {
  expect(() => extractEvents('', [], { minConfidence: 2 })).toThrow(/minConfidence.*from 0 to 1/u);
});

test('whatever the words, offsets point into the text and confidence is in (0, 1]', () => {
  const piece = fc.constantFrom<string | Piece>(
    openai,
    nvidia,
    gpt,
    '发布',
    '收购',
    '被',
    '把',
    '将',
    '，',
    '。',
    '融资',
    money('5亿', 5e8),
    ' ',
    'acquires',
    'by',
    'to',
    '估值',
    '「',
    '」',
    '（',
    '）',
    '没有',
    '据传',
    '？',
    'The',
    'Foo',
    '与',
    '合作',
    '股价',
    '大跌',
    '\n',
    '如果',
    'İ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, tokens: list } = tokens(...pieces);
      for (const event of extractEvents(text, list, { minConfidence: 0 })) {
        expect(text.slice(event.trigger.start, event.trigger.end)).toBe(event.trigger.text);
        expect(event.start).toBeLessThanOrEqual(event.trigger.start);
        expect(event.end).toBeGreaterThanOrEqual(event.trigger.end);
        expect(event.confidence).toBeGreaterThan(0);
        expect(event.confidence).toBeLessThanOrEqual(1);
        for (const amount of event.amounts) expect(text.slice(amount.start, amount.end)).toBe(amount.text);
      }
    }),
  );
});

test('a post of forty thousand words without a mark is read in the time of its length', () => {
  const pieces = Array.from({ length: 10_000 }, () => [openai, '发布', gpt, 'Foo']).flat();
  const { text, tokens: list } = tokens(...pieces);
  expect(extractEvents(text, list).length).toBeGreaterThan(0);
}, 120_000);
