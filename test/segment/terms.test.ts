import { beforeEach, describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

describe('tokenizer.terms', () => {
  let tokenizer: Tokenizer;
  beforeEach(() => {
    tokenizer = Tokenizer.loadSync();
  });
  const words = (text: string): string[] => tokenizer.segment(text).map((token) => token.text);
  const canonicals = (text: string): string[] =>
    tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

  it('takes entries with spaces, marks and mixed scripts, in any case', () => {
    tokenizer.terms.add({ term: 'Foo Bar/2+', category: 'product', aliases: ['富吧X'], maker: 'Foo' });
    expect(tokenizer.segment('用FOO BAR/2+吧').find(({ kind }) => kind === 'term')).toMatchObject({
      text: 'FOO BAR/2+',
      term: { canonical: 'Foo Bar/2+', category: 'product', maker: 'Foo' },
    });
    expect(canonicals('富吧x')).toEqual(['Foo Bar/2+']);
  });

  it('never splits an English word', () => {
    tokenizer.terms.add('ces');
    tokenizer.addWord('ces');
    expect(words('processes')).toEqual(['processes']);
    expect(canonicals('CES 2026')).toContain('ces');
  });

  it.each([
    ['GPT-5', 'GPT-5发布，gpt 5，ＧＰＴ－５，GPT-5.1，GPT-5 mini', ['GPT', 'GPT', 'GPT-5.1', 'GPT-5 mini']],
    ['GPT-7', 'GPT-7与GPT-8', ['GPT', 'GPT-8']],
    ['Qwen9-72B', 'Qwen9-72B，Qwen9-32B', ['Qwen9-32B']],
    ['iPhone 17', '苹果iPhone 17，iPhone 18', ['Apple', 'iPhone', 'iPhone 18']],
    ['CES 2026', 'CES 2026，CES 2027', ['CES', 'CES']],
  ])('a deleted name is no term by its shape either: %s', (name, text, expected) => {
    tokenizer.terms.delete(name);
    expect(canonicals(text)).toEqual(expected);
    tokenizer.terms.add({ term: name, category: 'model' });
    expect(canonicals(text)).toContain(name);
  });

  it.each([
    ['Claude Opus 4.5', 'Opus 4.5, claude-opus-4-5, Claude 4.5 Opus, 4.5 Opus'],
    ['Claude Sonnet 4.5', 'Sonnet 4.5, claude-sonnet-4-5'],
    ['Claude Haiku 4.5', 'Haiku 4.5, claude-haiku-4-5-20251001'],
    ['Kling 2.6', '可灵2.6, 可灵 2.6, kling-2.6'],
    ['Doubao-1.5-pro', '豆包1.5 Pro, 豆包1.5Pro'],
    ['Kimi K2', 'kimi-k2, KIMI K2'],
    ['Qwen3', '千问3, 通义千问3, qwen-3'],
    ['ERNIE 4.5', '文心4.5, 文心大模型4.5'],
    ['Claude Opus 6', 'Opus 6, claude-6-opus'],
  ])('a deleted model is none under another of its names either: %s', (name, text) => {
    tokenizer.terms.delete(name);
    expect(canonicals(text)).not.toContain(name);
    tokenizer.terms.add({ term: name, category: 'model' });
    expect(canonicals(name)).toEqual([name]);
  });

  it.each([
    ['C++26', '学C++26标准', 'C++26'],
    ['F#', '用F#写', 'F#'],
    ['e/acc', '他是e/acc信徒', 'e/acc'],
    ['Q*', '传闻的Q*项目', 'Q*'],
    ['H₂O', '喝H₂O吧', 'H₂O'],
    ['α-模型', '发布α-模型了', 'α-模型'],
    ['Übermodell', '发布Übermodell！', 'Übermodell'],
    ['🤖模型', '新的🤖模型来了', '🤖模型'],
    ['日本語モデル', '新日本語モデル発表', '日本語モデル'],
    ['한국어모델', '발표 한국어모델 !', '한국어모델'],
    ['@scope/pkg', '装@scope/pkg后', '@scope/pkg'],
    ['《三体》', '看《三体》了', '《三体》'],
    ['3D打印机', '买3D打印机吧', '3D打印机'],
    ['996', '拒绝996工作', '996'],
    ['人工智能+', '推进人工智能+行动', '人工智能+'],
    ['A.I.', '拍的A.I.电影', 'A.I.'],
    ['K-Pop!', '听K-Pop!呢', 'K-Pop!'],
    ['GPT∞', '传GPT∞吧', 'GPT∞'],
    ['p(doom)', '算p(doom)吧', 'p(doom)'],
    ['x.com', '上x.com看', 'x.com'],
  ])('keeps a term of any characters whole: %s', (term, text, written) => {
    tokenizer.terms.add({ term, category: 'product' });
    expect(tokenizer.segment(text).filter((token) => token.term !== undefined)).toMatchObject([
      { text: written, term: { canonical: term } },
    ]);
    expect(words(text).join('')).toBe(text);
    expect(tokenizer.terms.delete(term)).toBe(true);
    expect(canonicals(text)).not.toContain(term);
  });

  it('keeps user words of jieba with spaces and Latin letters whole', () => {
    tokenizer.addWord('Blue Moon 9');
    tokenizer.loadUserDictionary('小X同学 10\n');
    expect(words('在 blue moon 9 里问小X同学')).toEqual([
      '在',
      ' ',
      'blue moon 9',
      ' ',
      '里',
      '问',
      '小X同学',
    ]);
    tokenizer.deleteWord('Blue Moon 9');
    expect(words('blue moon 9')).toEqual(['blue', ' ', 'moon', ' ', '9']);
  });

  it('never cuts an ordinary Chinese word in two', () => {
    tokenizer.terms.add('通义');
    expect(words('普通义务')).toEqual(['普通', '义务']);
    expect(canonicals('通义发布')).toEqual(['通义']);
  });

  it('asks for the case where it is told to', () => {
    tokenizer.terms.add({ term: 'Zed', caseSensitive: true });
    tokenizer.terms.add('=WOW');
    expect(canonicals('Zed zed WOW wow')).toEqual(['Zed', 'WOW']);
  });

  it('removes a term with its aliases, or one way to write it', () => {
    tokenizer.terms.add({ term: 'Alpha One', aliases: ['A-One', '阿一'] });
    expect(tokenizer.terms.delete('a one')).toBe(true);
    expect(canonicals('A-One 阿一')).toEqual(['Alpha One']);
    expect(tokenizer.terms.delete('Alpha One')).toBe(true);
    expect(canonicals('Alpha One 阿一')).toEqual([]);
    expect(tokenizer.terms.delete('Alpha One')).toBe(false);
  });

  it('knows a ticker as long as some way to write the term is there', () => {
    const { terms } = tokenizer;
    terms.add({ term: 'Alpha One', aliases: ['阿一'], ticker: 'ALONE' });
    expect(terms.byTicker('alone')?.canonical).toBe('Alpha One');
    terms.delete('阿一');
    terms.delete('英伟达');
    expect(terms.byTicker('ALONE')?.canonical).toBe('Alpha One');
    expect(terms.byTicker('NVDA')?.category).toBe('company');
    terms.delete('Alpha One');
    terms.delete('Nvidia');
    expect(terms.byTicker('ALONE')).toBeUndefined();
    // The list of stocks has it too.
    expect(terms.byTicker('NVDA')?.category).toBe('stock');
    terms.add({ term: 'Beta', ticker: 'BETA' });
    terms.clear();
    terms.add('Gamma');
    expect([terms.byTicker('BETA'), terms.byTicker('NVDA')]).toEqual([undefined, undefined]);
  });

  it('removes bundled terms for this tokenizer alone', () => {
    tokenizer.terms.delete('Nvidia');
    expect(canonicals('Nvidia 英伟达')).toEqual([]);
    expect(Tokenizer.loadSync().terms.get('英伟达')?.canonical).toBe('Nvidia');
    expect(Tokenizer.loadSync().terms.get('a1'.repeat(500_000))).toBeUndefined();
  });

  it('can be switched off and on, and changes nothing in cut', () => {
    const before = tokenizer.cut('Gemini 3 Pro和月之暗面');
    tokenizer.terms.enabled = false;
    expect(canonicals('Gemini 3 Pro #AI $NVDA')).toEqual([]);
    tokenizer.terms.enabled = true;
    expect(canonicals('Gemini 3 Pro')).toEqual(['Gemini 3 Pro']);
    expect(tokenizer.cut('Gemini 3 Pro和月之暗面')).toEqual(before);
  });

  it.each([
    [
      'switched off',
      () => {
        tokenizer.terms.enabled = false;
      },
    ],
    ['emptied', () => tokenizer.terms.clear()],
  ])('once %s are not found by their shape either', (_, change) => {
    const text = '微博科技 发布 Orchestrator-8B，埃科光电，苏-30，TSE:CLSX，600519.SH，(688999)，GPT-7，#AI';
    expect(canonicals(text).length).toBeGreaterThan(6);
    change();
    expect(canonicals(text)).toEqual([]);
    expect(words(text).join('')).toBe(text);
  });

  it('are frozen, since all tokens share them', () => {
    tokenizer.terms.add({ term: 'Foo Bar', category: 'product' });
    for (const text of ['OpenAI', 'Foo Bar', 'GPT-7']) {
      const term = tokenizer.segment(text)[0]?.term;
      expect(Object.isFrozen(term), text).toBe(true);
    }
  });

  it('end within no emoji and within no word of another alphabet', () => {
    for (const term of ['👩', '👍', '❤', '🏳', '🇨', '🇨🇳', '#', '爱👩', 'Сбер', 'Αθήν'])
      tokenizer.terms.add(term);
    for (const text of ['👩‍💻', '👍🏽', '❤️‍🔥', '🏳️‍🌈', '🇨🇬', '#️⃣', 'Сбербанк', 'Αθήνα']) {
      expect(words(text)).toEqual([text]);
      expect(canonicals(text)).toEqual([]);
    }
    expect(words('爱👩‍💻')).toEqual(['爱', '👩‍💻']);
    expect(canonicals('👩好👍，❤️🇨🇳🇨🇳 сбер. Сбера')).toEqual(['👩', '👍', '❤', '🇨🇳', '🇨🇳', 'Сбер']);
  });

  it('have no empty alias', () => {
    expect(() => tokenizer.terms.add({ term: 'Foo', aliases: ['Bar', ''] })).toThrow(/aliases\[1\]/);
  });

  it('can be emptied and loaded anew, families of models included', () => {
    tokenizer.terms.clear();
    expect(canonicals('GPT-5 Nvidia')).toEqual([]);
    expect(tokenizer.terms.load('# mine\nterm\tcategory\taliases\nZorb\tcompany\t佐布|Zorb Inc\n')).toBe(1);
    expect(tokenizer.terms.load('family\tmaker\nZorb\tZorb Inc\n')).toBe(1);
    expect(canonicals('佐布和Zorb-7B-Chat')).toEqual(['Zorb', 'Zorb 7B Chat']);
  });

  it('finds a term that is to match exactly in its own case alone', () => {
    tokenizer.terms.load('term\tcanonical\tmatch\nZorb\tZorb\texact\nQuol\tQUOL\texact\n');
    expect(canonicals('Zorb, zorb, ZORB, Quol, quol, QUOL')).toEqual(['Zorb', 'QUOL']);
  });

  it('reports bad entries with their line', () => {
    expect(() => tokenizer.terms.load('term\tcategory\nX1\tplanet\n', 'mine.tsv')).toThrow(
      /mine\.tsv.*line 2.*planet/u,
    );
    expect(() => tokenizer.terms.load('nothing\n')).toThrow(/line 1/u);
    expect(() => tokenizer.terms.load('term\nX1\n', Symbol('x') as unknown as string)).toThrow(
      /name: expected a string/u,
    );
    expect(() => tokenizer.terms.load('term\tmatch\nX1\tloose\n')).toThrow(/line 2.*loose.*exact/u);
    expect(() => tokenizer.terms.load('term\nZorbix\n- -\n')).toThrow(/line 3: a name without letter/u);
    expect(tokenizer.terms.has('Zorbix')).toBe(false);
    expect(() => tokenizer.terms.add('')).toThrow(/at least one character/u);
    expect(() => tokenizer.terms.add('---')).toThrow(/expected a letter/u);
    expect(() => tokenizer.terms.add({ term: 'X', chinese: 5 as unknown as string })).toThrow(
      /^chinese: .*got 5/u,
    );
    expect(() => tokenizer.terms.add(5 as unknown as string)).toThrow(/got 5/u);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      tokenizer.terms.add(name);
      expect(canonicals(`a ${name} b`)).toEqual([name]);
    }
  });

  it.each([
    ['CES 2026', 'CES'],
    ['CVPR2025', 'CVPR'],
    ['AAAI-26', 'AAAI'],
    ["NeurIPS'25", 'NeurIPS'],
    ['WWDC26', 'WWDC'],
  ])('an event has its year: %s', (text, canonical) => {
    const [token] = Tokenizer.loadSync().segment(`${text}，2026年见`);
    expect(token).toMatchObject({ text, kind: 'term', term: { canonical, category: 'event' } });
  });

  it('an event is not told by what merely follows, and a capital makes no plural', () => {
    const own = Tokenizer.loadSync();
    expect(own.segment('CES 2026年')[0]?.text).toBe('CES');
    expect(own.segment('GTC 2026.03')[0]?.text).toBe('GTC');
    expect(own.segment('CESS')[0]?.kind).toBe('word');
  });

  it('a term that ends in a digit ends before a Chinese comma and a digit', () => {
    expect(Tokenizer.loadSync().segment('H100，2025年')[0]).toMatchObject({ text: 'H100', kind: 'term' });
  });

  it.each('元宇宙 区块链 脑机接口 量子计算 低空经济 数字人 提示词 参数量'.split(' '))(
    '%s is a term',
    (term) => {
      expect(Tokenizer.loadSync().segment(`关于${term}的新闻`)[1]).toMatchObject({
        text: term,
        kind: 'term',
      });
    },
  );
});

describe('a hyphen or an underscore at the edge of a term belongs to it', () => {
  const cases: [string, string, string, string[]][] = [
    ['C-', 'C 和 C-，c- 与 C-3', 'C--', ['C-', 'c-']],
    ['A-', 'A- 评级，给A-。', 'A A-share', ['A-', 'A-']],
    ['GPT-', '关于 GPT- 的', 'GPT 与 A-GPT', ['GPT-']],
    ['R&D-', 'R&D- 支出', 'R&D支出', ['R&D-']],
    ['_id', '_id 与 user._id', 'id foo_id __id', ['_id', '_id']],
    ['-race', 'go test -race', 'race --race a-race', ['-race']],
    ['--force', 'push --force，用--force', 'force -force', ['--force', '--force']],
    ['__proto__', '用__proto__吧', 'proto _proto_ __proto__x', ['__proto__']],
    ['_foo_', '_foo_ 与＿foo＿', 'foo __foo__ _foo', ['_foo_', '＿foo＿']],
    ['foo bar-', 'foo bar- 与 foo-bar-', 'foo bar', ['foo bar-', 'foo-bar-']],
    ['甲-', '甲- 好', '甲 好', ['甲-']],
    ['.env', '.env 文件', 'env', ['.env']],
    ['A+', 'A+ 评级', 'A', ['A+']],
  ];
  it.each(cases)('%s as a term', (term, having, without, found) => {
    const own = Tokenizer.loadSync();
    own.terms.add(term);
    const texts = (text: string) =>
      own.segment(text).flatMap((token) => (token.term?.canonical === term ? [token.text] : []));
    expect(texts(having)).toEqual(found);
    expect(texts(without)).toEqual([]);
    expect(own.terms.has(term)).toBe(true);
    expect(own.terms.delete(term)).toBe(true);
    expect(texts(having)).toEqual([]);
  });

  it.each(cases)('%s as a word of the user', (word, having, without, found) => {
    const own = Tokenizer.loadSync();
    own.addWord(word);
    const words = (text: string) => own.segment(text).map((token) => token.text);
    expect(words(having)).toEqual(expect.arrayContaining(found));
    for (const text of found) expect(words(without)).not.toContain(text);
  });
});
