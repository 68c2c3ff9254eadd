import { describe, expect, test } from 'vitest';
import { extractEntities, extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

/** Sentences of news in traditional characters, and the same in simplified ones, unit for unit. */
const pairs = [
  ['英偉達宣布以200億美元收購晶片新創公司Groq', '英伟达宣布以200亿美元收购晶片新创公司Groq'],
  ['台積電第三季營收年增三成，創下新高', '台积电第三季营收年增三成，创下新高'],
  ['阿里雲發布並開源通義千問新模型Qwen4-72B', '阿里云发布并开源通义千问新模型Qwen4-72B'],
  ['傳聞蘋果將收購Perplexity，微軟宣布裁員九千人', '传闻苹果将收购Perplexity，微软宣布裁员九千人'],
  ['特斯拉股價大漲8%，OpenAI完成400億美元融資', '特斯拉股价大涨8%，OpenAI完成400亿美元融资'],
  ['國元證券、柳鋼集團和華創證券均未回應', '国元证券、柳钢集团和华创证券均未回应'],
] as const;

describe('posts in traditional characters', () => {
  test.each(pairs)('%s has the names that it has in simplified ones', (written, simplified) => {
    const plain = ({ start, end, category, canonical }: ReturnType<typeof extractEntities>[number]) => ({
      start,
      end,
      category,
      canonical,
    });
    const found = extractEntities(written, tokenizer.segment(written));
    expect(found.map(plain)).toEqual(extractEntities(simplified, tokenizer.segment(simplified)).map(plain));
    for (const { text, start, end } of found) expect(text).toBe(written.slice(start, end));
  });

  test.each(pairs.slice(0, 5))('%s tells what it tells in simplified ones', (written, simplified) => {
    const told = (text: string) =>
      extractEvents(text, tokenizer.segment(text)).map(
        ({ type, action, modality, actor, object, amounts }) => ({
          type,
          action,
          modality,
          actor: actor?.canonical,
          object: [object?.start, object?.end],
          amounts: amounts.map(({ role, value }) => [role, value]),
        }),
      );
    expect(told(written)).not.toEqual([]);
    expect(told(written)).toEqual(told(simplified));
    for (const { trigger, actor, object, amounts } of extractEvents(written, tokenizer.segment(written)))
      for (const part of [trigger, actor, object, ...amounts])
        if (part !== undefined) expect(part.text).toBe(written.slice(part.start, part.end));
  });
});

test.each(['“黑金”组织被美国列入制裁名单', '淘宝“答题免单”活动今日上线', '中国将修订《商业法》并公布草案'])(
  'what an event says of a thing stands in the text, with its marks: %s',
  (text) => {
    for (const { actor, object } of extractEvents(text, tokenizer.segment(text)))
      for (const part of [actor, object])
        if (part !== undefined) expect(part.text).toBe(text.slice(part.start, part.end));
  },
);
