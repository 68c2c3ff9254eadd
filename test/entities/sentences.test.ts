/** Events of whole sentences, with the tokens and the names that the package finds itself. */
import { describe, expect, test } from 'vitest';
import { extractEntities, extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function told(text: string): string[] {
  return extractEvents(text, tokenizer.segment(text)).map(({ type, modality, actor, object, amounts }) =>
    [
      type,
      modality,
      actor?.canonical ?? '',
      object?.canonical ?? object?.text ?? '',
      ...amounts.map(({ text: amount }) => amount),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('an event is told by', () => {
  test.each([
    ['Nvidia invests $5 billion in Intel', 'investment statement Nvidia Intel $5 billion'],
    ['Microsoft to invest $10 billion in Anthropic', 'investment plan Microsoft Anthropic $10 billion'],
    [
      'Netflix to acquire Warner Bros. for $72 billion',
      'acquisition plan Netflix Warner Bros. Discovery $72 billion',
    ],
    ['Apple shares rise 4% after earnings', 'stock_move statement Apple 4%'],
    ['Bitcoin falls below $90,000', 'coin_move statement Bitcoin $90,000'],
    ['Will OpenAI release GPT-6 this year?', 'release question OpenAI GPT-6'],
    ['Should Apple buy Mistral?', 'acquisition question Apple Mistral AI'],
    ['苹果会收购 Perplexity 吗？', 'acquisition question Apple Perplexity'],
    ['GPT-5.2 scores 54.2% on ARC-AGI-2', 'benchmark statement GPT-5.2 ARC-AGI-2 54.2%'],
    ['Anthropic signs multibillion-dollar cloud deal with Google', 'partnership statement Anthropic Google'],
    ['DeepSeek API 降价50%', 'price_change statement DeepSeek API 50%'],
    ['Tesla cuts Model Y prices in China', 'price_change statement Tesla Model Y prices'],
    ['Cloudflare suffers major outage', 'outage statement Cloudflare'],
    ['FTC launches investigation into AI chatbots', 'regulation statement FTC AI chatbots'],
    ['纽约时报起诉Perplexity侵犯版权', 'lawsuit statement New York Times Perplexity'],
    ['Anthropic 同意支付15亿美元和解版权诉讼', 'lawsuit statement Anthropic 版权诉讼 15亿美元'],
    ['杨立昆离开Meta创业', 'personnel statement Yann LeCun Meta'],
  ])('%j', (text, event) => {
    expect(told(text)).toEqual([event]);
  });
});

describe('no event of prices or shares is told by', () => {
  test.each([
    'Goldman raises its price target on Nvidia to $250',
    'Analysts raise Nvidia price',
    'Solar stocks plunge as tax bill is worse than feared',
  ])('%j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test.each([
  ['欧盟委员会对 X 处以罚款', 'The European Commission fined X', 'European Commission'],
  ['美国商务部批准出口', 'The U.S. Department of Commerce approved exports', 'U.S. Department of Commerce'],
  ['迈阿密', 'Miami', '迈阿密'],
])('%j and %j name %s', (chinese, english, canonical) => {
  for (const text of [chinese, english])
    expect(extractEntities(text, tokenizer.segment(text)).map((entity) => entity.canonical)).toContain(
      canonical,
    );
});
