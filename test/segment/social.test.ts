import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

describe('links, tags and faces come out whole', () => {
  it.each([
    ['看http://人工智能.中国/首页吧', 'url', ['http://人工智能.中国/']],
    ['ftp://x.com/file 下载', 'url', ['ftp://x.com/file']],
    ['bit.ly/3xyz 看', 'url', ['bit.ly/3xyz']],
    ['safe_sleep.sh 不是链接，bun.sh 是', 'url', ['bun.sh']],
    ['http://t.cn/abc人工智能.中国', 'url', ['http://t.cn/abc']],
    ['#AI，#ML。', 'hashtag', ['#AI', '#ML']],
    ['#AI大模型##GPT5#', 'hashtag', ['#AI大模型#', '#GPT5#']],
    ['$0700.HK 涨，$5 不是，$600519 也不是', 'cashtag', ['$0700.HK']],
    ['1️⃣#️⃣*️⃣*', 'emoji', ['1️⃣', '#️⃣', '*️⃣']],
    ['他说：¯\\_(ツ)_/¯算了', 'emoticon', ['¯\\_(ツ)_/¯']],
    ['( ͡° ͜ʖ ͡°)嘿', 'emoticon', ['( ͡° ͜ʖ ͡°)']],
    ['ヾ(≧▽≦*)o', 'emoticon', ['ヾ(≧▽≦*)o']],
    ['→_→ ←_← ⊙﹏⊙', 'emoticon', ['→_→', '←_←', '⊙﹏⊙']],
    ['o(╥﹏╥)o', 'emoticon', ['o(╥﹏╥)o']],
    ['(๑•̀ㅂ•́)و✧ ヽ(✿ﾟ▽ﾟ)ノ', 'emoticon', ['(๑•̀ㅂ•́)و✧', 'ヽ(✿ﾟ▽ﾟ)ノ']],
    [
      '[doge][OK][Facepalm][TNEWS][AI][1][video][citation needed]',
      'emoticon',
      ['[doge]', '[OK]', '[Facepalm]'],
    ],
    ['foo(bar) o(n) log(n)', 'emoticon', []],
  ])('%s', (text, kind, expected) => {
    const tokens = tokenizer.segment(text);
    expect(tokens.map((token) => token.text).join('')).toBe(text);
    expect(tokens.filter((token) => token.kind === kind).map((token) => token.text)).toEqual(expected);
  });

  it('initials around an ampersand are one word', () => {
    expect(tokenizer.segment('R&B音乐和M&A，a&b').map(({ text }) => text)).toEqual(
      'R&B|音乐|和|M&A|，|a|&|b'.split('|'),
    );
  });

  it('letters with dots are one word', () => {
    expect(tokenizer.segment('U.S. 与 J.K.西蒙斯，e.g. x.y').map(({ text }) => text)).toEqual(
      'U.S.| |与| |J.K.|西蒙斯|，|e.g.| |x.y'.split('|'),
    );
  });

  it('a term with a dot begins behind no letter', () => {
    expect(tokenizer.segment('用.NET写').map(({ kind }) => kind)).toEqual(['word', 'term', 'word']);
    expect(tokenizer.segment('Battle.net').some(({ kind }) => kind === 'term')).toBe(false);
  });
});

describe('what people write between their words', () => {
  it.each([
    ['见https://example.com/a，然后', ['url https://example.com/a', 'punctuation ，']],
    ['https://a.cn/b。', ['url https://a.cn/b', 'punctuation 。']],
    ['（https://a.cn）', ['url https://a.cn', 'punctuation ）']],
    ['「https://a.cn/c」', ['url https://a.cn/c', 'punctuation 」']],
    ['《https://a.cn/c》', ['url https://a.cn/c']],
    ['https://x.com/a?b=c&d=e；好', ['url https://x.com/a?b=c&d=e', 'punctuation ；']],
    ['官网：www.example.com、另外', ['url www.example.com', 'punctuation 、']],
    ['github.com/a/b，求star', ['url github.com/a/b', 'punctuation ，']],
    ['https://t.co/AbC……', ['url https://t.co/AbC', 'punctuation ……']],
    ['http://a.cn！快看', ['url http://a.cn', 'punctuation ！']],
    ['体验地址deepseek.com。', ['url deepseek.com', 'punctuation 。']],
    ['邮箱a.b@c.com，谢谢', ['email a.b@c.com', 'punctuation ，']],
    ['https://mp.weixin.qq.com/s/abc阅读全文', ['url https://mp.weixin.qq.com/s/abc', 'word 阅读']],
    ['链接https://a.cn/x?id=1#p2）。', ['url https://a.cn/x?id=1#p2', 'punctuation ）']],
    ['“https://a.cn/x”说', ['url https://a.cn/x', 'punctuation ”']],
    ['https://a.cn/x——作者', ['url https://a.cn/x', 'punctuation ——']],
    ['https://a.cn/x～', ['url https://a.cn/x', 'punctuation ～']],
    ['https://a.cn/x➡️点这里', ['url https://a.cn/x']],
    ['https://a.cn/x🔥', ['url https://a.cn/x', 'emoji 🔥']],
    ['https://en.wikipedia.org/wiki/Foo_(bar)', ['url https://en.wikipedia.org/wiki/Foo_(bar)']],
    ['(https://a.cn/x)', ['url https://a.cn/x', 'punctuation )']],
    ['http://localhost:8080/api', ['url http://localhost:8080/api']],
    ['http://192.168.1.1:3000', ['url http://192.168.1.1:3000']],
    ['192.168.1.1', ['word 192.168.1.1']],
    ['x.com/sama/status/123456', ['url x.com/sama/status/123456']],
    ['arxiv.org/abs/2511.12345', ['url arxiv.org/abs/2511.12345']],
    ['arXiv:2511.12345', ['term arXiv']],
    ['huggingface.co/Qwen/Qwen5-7B上线', ['url huggingface.co/Qwen/Qwen5-7B', 'word 上线']],
    ['b站bilibili.com', ['url bilibili.com']],
    ['https://A.CN/x', ['url https://A.CN/x']],
    ['HTTPS://EXAMPLE.COM', ['url HTTPS://EXAMPLE.COM']],
    ['#AI大模型#', ['hashtag #AI大模型#']],
    ['#GPT5 好用', ['hashtag #GPT5']],
    ['#双11#今天', ['hashtag #双11#', 'word 今天']],
    ['#AI #LLM', ['hashtag #AI', 'hashtag #LLM']],
    ['＃话题＃', ['hashtag ＃话题＃']],
    ['#2025年度汉字#', ['hashtag #2025年度汉字#']],
    ['#C#入门', ['hashtag #C#']],
    ['#iPhone17Pro发布#', ['hashtag #iPhone17Pro发布#']],
    ['#豆包AI#登顶#应用榜#', ['hashtag #豆包AI#', 'word 登顶', 'hashtag #应用榜#']],
    ['#A##B#', ['hashtag #A#', 'hashtag #B#']],
    ['#AI，#机器人', ['hashtag #AI', 'hashtag #机器人']],
    ['#人工智能。', ['hashtag #人工智能']],
    ['#vibecoding🔥', ['hashtag #vibecoding', 'emoji 🔥']],
    ['#GPT-5发布#', ['hashtag #GPT-5发布#']],
    ['#iOS26.1更新#', ['hashtag #iOS26.1更新#']],
    ['#k-pop', ['hashtag #k']],
    ['#日本語', ['hashtag #日本語']],
    ['#한국어', ['hashtag #한국어']],
    ['#️⃣', ['emoji #️⃣']],
    ['@OpenAI 发布', ['mention @OpenAI']],
    ['@人民日报：今天', ['mention @人民日报']],
    ['@sama说', ['mention @sama', 'word 说']],
    ['感谢@张三、@李四', ['mention @张三', 'mention @李四']],
    ['@OpenAI，你好', ['mention @OpenAI']],
    ['回复@小明:好的', ['mention @小明']],
    ['$NVDA涨', ['cashtag $NVDA']],
    ['$BTC🚀', ['cashtag $BTC', 'emoji 🚀']],
    ['$700.HK', ['cashtag $700.HK']],
    ['$TSLA、$AAPL', ['cashtag $TSLA', 'cashtag $AAPL']],
    ['$FARTCOIN、$BTCUSDT', ['cashtag $FARTCOIN', 'cashtag $BTCUSDT']],
    ['$AI16Z、$0G、$1INCH', ['cashtag $AI16Z', 'cashtag $0G', 'cashtag $1INCH']],
    ['🎉🎉🎉', ['emoji 🎉']],
    ['👨‍👩‍👧好', ['emoji 👨‍👩‍👧']],
    ['🇨🇳加油', ['emoji 🇨🇳']],
    ['1️⃣首先', ['emoji 1️⃣']],
    ['❤️', ['emoji ❤️']],
    ['👍🏽', ['emoji 👍🏽']],
    ['😭了', ['emoji 😭', 'word 了']],
    ['GPT-5🚀发布', ['term GPT-5', 'emoji 🚀', 'word 发布']],
    ['100%💯', ['number 100%', 'emoji 💯']],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', ['emoji 🏴󠁧󠁢󠁥󠁮󠁧󠁿']],
    ['⚠️注意', ['emoji ⚠️']],
    ['[doge][笑cry]', ['emoticon [doge]', 'emoticon [笑cry]']],
    ['(≧▽≦)', ['emoticon (≧▽≦)']],
    ['哈哈哈^_^', ['emoticon ^_^']],
    ['好的:)', ['emoticon :)']],
    ['时间9:30)', ['number 9:30']],
    ['T_T呜呜', ['emoticon T_T']],
    ['orz', ['emoticon orz']],
    ['比例(1:2)', ['number 1:2']],
    ['¯\\_(ツ)_/¯', ['emoticon ¯\\_(ツ)_/¯']],
    ['①②③', ['punctuation ①']],
    ['✅已完成', ['emoji ✅']],
    ['▶️播放', ['emoji ▶️']],
    ['™️', ['emoji ™️']],
    ['OpenAI™', ['term OpenAI']],
    ['👉https://a.cn', ['emoji 👉', 'url https://a.cn']],
    ['AT&T收购', ['term AT&T']],
    ['R&D支出', ['word R&D']],
    ['1v1对决', ['word 1v1']],
    ['e.g. this', ['word e.g.']],
    ['U.S. stocks', ['word U.S.']],
    ["don't", ["word don't"]],
    ["AI's", ['term AI']],
    ["O'Reilly", ["word O'Reilly"]],
    ['A/B测试', ['term A/B测试']],
    ['TCP/IP', ['term TCP/IP']],
    ['7-Eleven', ['term 7-Eleven']],
    ['360集团', ['term 360集团']],
    ['58同城', ['term 58同城']],
    ['007电影', ['number 007']],
  ])('%s', (text, expected) => {
    const tokens = tokenizer.segment(text);
    expect(tokens.map((token) => `${token.kind} ${token.text}`)).toEqual(expect.arrayContaining(expected));
    expect(tokens.map((token) => token.text).join('')).toBe(text);
  });
});

describe('a link ends where something else begins', () => {
  it.each([
    ['http://t.cn/A6abc#人工智能#', 'url http://t.cn/A6abc|hashtag #人工智能#'],
    ['http://t.cn/A6abc#AI大模型# 好', 'url http://t.cn/A6abc|hashtag #AI大模型#|word 好'],
    ['https://t.co/abc#GPT6', 'url https://t.co/abc|hashtag #GPT6'],
    ['https://example.com/x#国产大模型#', 'url https://example.com/x|hashtag #国产大模型#'],
    ['bit.ly/3xyz#AI#', 'url bit.ly/3xyz|hashtag #AI#'],
    ['http://weibo.com/abc#', 'url http://weibo.com/abc|punctuation #'],
    ['http://t.cn/A6abc@张三', 'url http://t.cn/A6abc|mention @张三'],
    ['https://t.co/abc@OpenAI', 'url https://t.co/abc|mention @OpenAI'],
    ['https://weibo.com/12/ab@人民日报', 'url https://weibo.com/12/ab|mention @人民日报'],
    ['github.com/a/b@OpenAI，好', 'url github.com/a/b|mention @OpenAI|punctuation ，|word 好'],
    ['https://x.com/i/1,@foo', 'url https://x.com/i/1|punctuation ,|mention @foo'],
    ['http://t.cn/abc//@张三:好', 'url http://t.cn/abc|punctuation //|mention @张三|punctuation :|word 好'],
    ['https://t.co/a,https://t.co/b', 'url https://t.co/a|punctuation ,|url https://t.co/b'],
    ['https://a.com/b;https://c.com', 'url https://a.com/b|punctuation ;|url https://c.com'],
    ['https://t.co/ahttps://t.co/b', 'url https://t.co/a|url https://t.co/b'],
    ['http://a.com/xHTTPS://b.com', 'url http://a.com/x|url HTTPS://b.com'],
    ['(https://a.com/x)and', 'punctuation (|url https://a.com/x|punctuation )|word and'],
    ['(https://a.com/x_(y)),z', 'punctuation (|url https://a.com/x_(y)|punctuation )|punctuation ,|word z'],
    ['[见https://a.com/x]b', 'punctuation [|word 见|url https://a.com/x|punctuation ]|word b'],
    ['https://a.com/x(图)', 'url https://a.com/x|punctuation (|word 图|punctuation )'],
    ['http://t.cn/hixfe[嘻嘻]', 'url http://t.cn/hixfe|emoticon [嘻嘻]'],
    ['https://a.com/x?id=1[doge]', 'url https://a.com/x?id=1|emoticon [doge]'],
    ['https://t.co/abc$TSLA', 'url https://t.co/abc|cashtag $TSLA'],
    ['https://t.co/abc.Next', 'url https://t.co/abc|punctuation .|word Next'],
  ])('%s', (text, expected) => {
    const tokens = tokenizer.segment(text).filter(({ kind }) => kind !== 'space');
    expect(tokens.map((token) => `${token.kind} ${token.text}`)).toEqual(expected.split('|'));
  });

  it('in Markdown', () => {
    const links = (text: string) =>
      tokenizer.segment(text).flatMap((token) => (token.kind === 'url' ? [token.text] : []));
    expect(links('[a](https://a.com/x)[b](https://b.com)')).toEqual(['https://a.com/x', 'https://b.com']);
    expect(links('[标题](https://a.com/x),next')).toEqual(['https://a.com/x']);
    expect(links('![](https://a.com/x.png)**好**')).toEqual(['https://a.com/x.png']);
  });

  it.each([
    'https://medium.com/@user/a-post',
    'https://user@host.com/x',
    'https://cdn.jsdelivr.net/npm/vue@3.2.1/dist',
    'https://unpkg.com/react@canary',
    'https://www.google.com/maps/@39.9,116.4,17z',
    'https://www.npmjs.com/package/@scope/name',
    'https://pypi.org/a/1.0,2.0/',
    'https://en.wikipedia.org/wiki/Foo_(bar)',
    'https://web.archive.org/web/2020/https://example.com/x',
    'https://a.com/?u=https://b.com&x=1',
    'https://example.com/a#section-2',
    'https://a.com/?tab=model#/market/all?p=wan',
    'https://a.com/x?ids[]=1&filter[name]=2',
    'https://a.com/app/[locale]/page',
    'http://[::1]:8080/x',
    'https://youtu.be/abc?t=30s',
    'youtu.be/abc',
    'lnkd.in/abc',
    'amzn.to/x',
    'aka.ms/a-name/x',
    'goo.gl/x',
    'b23.tv/abc',
  ])('%s is whole', (text) => {
    expect(tokenizer.segment(text)).toMatchObject([{ kind: 'url', text }]);
  });

  it.each(['log.in/x', 'youtu.be', 'e-mail.to/me'])('%s is no link', (text) => {
    expect(tokenizer.segment(text).some(({ kind }) => kind === 'url')).toBe(false);
  });
});

describe('no term reaches into the link behind it', () => {
  it.each([
    ['用 Google docs.google.com 写', 'Google', 'docs.google.com'],
    ['Google drive.google.com', 'Google', 'drive.google.com'],
    ['Google play.google.com/store', 'Google', 'play.google.com/store'],
    ['谷歌docs.google.com', '谷歌', 'docs.google.com'],
    ['Microsoft azure.microsoft.com', 'Microsoft', 'azure.microsoft.com'],
    ['OpenAI api.openai.com', 'OpenAI', 'api.openai.com'],
    ['Claude code.claude.com', 'Claude', 'code.claude.com'],
    ['Gemini app.gemini.com', 'Gemini', 'app.gemini.com'],
    ['z.ai chat.qwen.ai', 'z.ai', 'chat.qwen.ai'],
    ['Apple music.apple.com/cn', 'Apple', 'music.apple.com/cn'],
    ['Kimi k2.moonshot.cn', 'Kimi', 'k2.moonshot.cn'],
    ['GPT-5 pro.openai.com', 'GPT-5', 'pro.openai.com'],
    ['Gemini 3 pro.google.com', 'Gemini 3', 'pro.google.com'],
    ['百度 pan.baidu.com', '百度', 'pan.baidu.com'],
  ])('%s', (text, term, link) => {
    const tokens = tokenizer.segment(text);
    expect(tokens.flatMap(({ kind, text }) => (kind === 'term' ? [text] : []))).toEqual([term]);
    expect(tokens.flatMap(({ kind, text }) => (kind === 'url' ? [text] : []))).toEqual([link]);
  });

  it.each(['Google Docs.', 'Claude Code.好用', 'Claude Code v2.1', 'GitHub Copilot'])(
    '%s is whole',
    (text) => {
      expect(tokenizer.segment(text)[0]).toMatchObject({ kind: 'term', text: expect.stringContaining(' ') });
    },
  );
});

describe('stocks without the mark of a cashtag', () => {
  it.each([
    ['腾讯（0700.HK）', '0700.HK', 'Tencent'],
    ['腾讯(00700)涨', '00700', 'Tencent'],
    ['9988.HK 收涨', '9988.HK', 'Alibaba'],
    ['买了600519.SH', '600519.SH', 'Kweichow Moutai'],
    ['寒武纪（688256）跌停', '688256', 'Cambricon'],
    ['某某（301999）上市', '301999', '$301999.SZ'],
    ['维远股份(600955.SH)', '600955.SH', '维远股份'],
    ['Mohawk (NYSE:MHK) fell', 'MHK', '$MHK'],
    ['buy NASDAQ: NVDA now', 'NVDA', 'Nvidia'],
    ['Celestica (TSE:CLS)', 'CLS', '$CLS'],
    ['英伟达(NVDA.US)大涨', 'NVDA.US', 'Nvidia'],
    ['AAPL.O 新高', 'AAPL.O', 'Apple'],
    ['NYSE:BRK.B rose', 'BRK.B', 'Berkshire Hathaway'],
    ['持有BRK.B', 'BRK.B', 'Berkshire Hathaway'],
    ['$00700.HK 涨', '$00700.HK', 'Tencent'],
    ['700.HK 涨', '700.HK', 'Tencent'],
    ['腾讯00700跌2%', '00700', 'Tencent'],
    ['茅台600519大涨', '600519', 'Kweichow Moutai'],
    ['300750宁德时代', '300750', 'CATL'],
    ['比亚迪002594', '002594', 'BYD'],
    ['HKEX: 700', '700', 'Tencent'],
    ['SHA:600519', '600519', 'Kweichow Moutai'],
    ['TSE: 2330', '2330', 'TSMC'],
    ['TSE:7203', '7203', 'Toyota'],
    ['TSE:7211', '7211', '$7211.T'],
    ['SH688981', 'SH688981', 'SMIC'],
  ])('%s', (text, ticker, canonical) => {
    const token = tokenizer.segment(text).find((each) => each.text === ticker);
    expect(token).toMatchObject({ kind: ticker.startsWith('$') ? 'cashtag' : 'term', term: { canonical } });
  });

  it.each(['比亚迪300000辆', '编号600519', 'SSE: 123', '$100', '$20B', '$5k', '$3M', '$request', '$10X'])(
    'nor in %s',
    (text) => {
      const found = tokenizer.segment(text);
      expect(found.some(({ kind, term }) => kind === 'cashtag' || term?.category === 'stock')).toBe(false);
    },
  );

  it.each(['（2025）', '编号（100086）', 'Note: AI wins', 'J.K. Rowling', 'U.S. stocks', '12.5.A'])(
    'no stock in %s',
    (text) => {
      expect(tokenizer.segment(text).some(({ term }) => term?.category === 'stock')).toBe(false);
    },
  );
});
