/** Letters, marks and signs that look like others or are not seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const words = (text: string): string[] => tokenizer.segment(text).map((token) => token.text);
const canonicals = (text: string): string[] =>
  tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

describe('a Latin word', () => {
  it.each([
    'Ørsted',
    'Łukasz',
    'Đoković',
    'Groß',
    'œuvre',
    'smørrebrød',
    'Nguyễn',
    'Việt',
    'Þórr',
    'ışık',
    'Əliyev',
    'Oʻzbekiston',
  ])('is whole with all its letters: %s', (word) => {
    expect(words(word)).toEqual([word]);
    expect(words(`见${word}了`)).toEqual(['见', word, '了']);
    expect(words(word.normalize('NFD'))).toEqual([word.normalize('NFD')]);
  });

  it.each(['Hermès', 'Pokémon', 'Nestlé', 'Citroën', "L'Oréal"])(
    'is the term that it is, whether its accents are joined to it or not: %s',
    (term) => {
      expect(canonicals(term)).toEqual([term]);
      expect(canonicals(term.normalize('NFD'))).toEqual([term]);
    },
  );
});

describe('what is not seen', () => {
  it.each([
    ['GPT\u200b-5', ['GPT-5']],
    ['Open\u00adAI', ['OpenAI']],
    ['人工\u200b智能', ['AI']],
    ['大\ufeff模型', ['LLM']],
    ['Claude\u200b Opus\u200b 4.5', ['Claude Opus 4.5']],
    ['#Chat\u200bGPT 好', ['ChatGPT']],
    ['Open\u{e0041}AI', ['OpenAI']],
  ])('is within a term: %j', (text, expected) => {
    expect(canonicals(text)).toEqual(expected);
    expect(words(text).join('')).toBe(text);
  });

  it('is within a mention and an amount', () => {
    expect(words('@sa\u200bma 说')).toEqual(['@sa\u200bma', ' ', '说']);
    expect(tokenizer.segment('3\u200b亿美元')[0]?.quantity).toMatchObject({ value: 3e8, currency: 'USD' });
  });

  it('is a space of its own between two tokens and at the ends', () => {
    expect(
      tokenizer.segment('\u200b销售\u200b精英\u2069').map(({ text, kind }) => `${kind} ${text}`),
    ).toEqual(['space \u200b', 'word 销售', 'space \u200b', 'word 精英', 'space \u2069']);
    expect(words('吗 \u200b\u200b，')).toEqual(['吗', ' \u200b\u200b', '，']);
    expect(words('\u200b\u200b')).toEqual(['\u200b\u200b']);
  });

  it('belongs to the character before it where it selects a variant', () => {
    expect(words('❤︎☺︎☎︎✔︎⚡︎▶︎©︎↗︎')).toEqual(['❤︎', '☺︎', '☎︎', '✔︎', '⚡︎', '▶︎', '©︎', '↗︎']);
    expect(words('葛󠄀城和撤军\ufe0f')).toEqual(['葛󠄀城', '和', '撤军\ufe0f']);
  });

  it('leaves emoji as they are', () => {
    expect(words('1️⃣👩🏻‍🏫❤️‍🔥🇹🇼😵‍💫🏴󠁧󠁢󠁥󠁮󠁧󠁿')).toEqual(['1️⃣', '👩🏻‍🏫', '❤️‍🔥', '🇹🇼', '😵‍💫', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']);
  });
});

describe('letters in other dress', () => {
  it.each([
    ['𝗚𝗣𝗧-𝟱', ['GPT-5']],
    ['𝘖𝘱𝘦𝘯𝘈𝘐', ['OpenAI']],
    ['𝙶𝙴𝙼𝙸𝙽𝙸 𝟹', ['Gemini 3']],
    ['𝓒𝓵𝓪𝓾𝓭𝓮', ['Claude']],
    ['𝔾ℙ𝕋-𝟝', ['GPT-5']],
    ['ᴏᴘᴇɴᴀɪ', ['OpenAI']],
    ['⼈⼯智能', ['AI']],
  ])('are read as the plain ones: %s', (text, expected) => {
    expect(canonicals(text)).toEqual(expected);
    expect(words(text)).toEqual([text]);
  });

  it('are whole words', () => {
    expect(words('𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆 ﬁnance oﬃce')).toEqual(['𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆', ' ', 'ﬁnance', ' ', 'oﬃce']);
    expect(words('同比增⻓，⼿机')).toEqual(['同比', '增⻓', '，', '⼿机']);
    expect(tokenizer.segment('𝟭𝟬𝟬𝟬亿美元')[0]?.quantity).toMatchObject({ value: 1e11, currency: 'USD' });
  });

  it('are read so in terms of the user too', () => {
    const own = Tokenizer.loadSync();
    own.terms.add('初音ミク');
    own.terms.add('Zoë Kit'.normalize('NFD'));
    const found = (text: string): string[] =>
      own.segment(text).flatMap(({ term, text: written }) => (term ? [written] : []));
    expect(found('初音ﾐｸ和初音ミク')).toEqual(['初音ﾐｸ', '初音ミク']);
    expect(found('Zoë Kit')).toEqual(['Zoë Kit']);
    expect(own.terms.has('GPT\u200b-5')).toBe(true);
  });

  it('join back to the text in any order', () => {
    const pieces =
      'a e\u0301 \u0301 中 葛󠄀 \u200b \u00ad 𝗚 \ud835 \udb40 ﬁ ﾊ ﾟ ⼈ ⻓ 👩 \u200d 💻 \ufe0f \u20e3 1 # @ ᄒ ᅡ ᆫ 亿 - ㅂ ('.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', ...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const tokens = tokenizer.segment(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const { start, end, text: written } of tokens) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(written);
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

describe('traditional characters', () => {
  const described = (text: string): string[] =>
    tokenizer
      .segment(text)
      .map(({ start, end, kind, term }) => `${start} ${end} ${kind} ${term?.canonical ?? ''}`);

  it.each([
    ['埃科光電上市', '埃科光电上市'],
    ['盈透證券和德商銀行', '盈透证券和德商银行'],
    ['殲-35A首飛，轟20', '歼-35A首飞，轰20'],
    ['上萬人排隊，上億元', '上万人排队，上亿元'],
    ['總裁格雷格·布羅克曼', '总裁格雷格·布罗克曼'],
    ['華銳精密：漲停', '华锐精密：涨停'],
  ])('%s is read as %s', (traditional, simplified) => {
    expect(described(traditional)).toEqual(described(simplified));
    expect(words(traditional).join('')).toBe(traditional);
  });
});
