/** Moves of coins and shares, changes of prices, and words of Taiwan for what others have other words for. */
import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function told(text: string): string[] {
  return extractEvents(text, tokenizer.segment(text)).map(({ type, actor, object, amounts }) =>
    [type, actor?.canonical, object?.text, ...amounts.map((amount) => `${amount.role}:${amount.text}`)]
      .filter(Boolean)
      .join(' '),
  );
}

describe('a move', () => {
  test.each<[string, string]>([
    ['以太坊暴跌 12%', 'coin_move Ethereum change:12%'],
    ['以太坊下跌 12%', 'coin_move Ethereum change:12%'],
    ['BTC 大涨 7%', 'coin_move Bitcoin change:7%'],
    ['比特币涨 7%', 'coin_move Bitcoin change:7%'],
    ['比特币跌超 5%', 'coin_move Bitcoin change:超 5%'],
    ['比特币突破 15 万美元', 'coin_move Bitcoin price:15 万美元'],
    ['比特币升破 15 万美元', 'coin_move Bitcoin price:15 万美元'],
    ['Bitcoin rises 7%', 'coin_move Bitcoin change:7%'],
    ['Bitcoin plunges to $80,000', 'coin_move Bitcoin price:$80,000'],
    ['Ethereum drops 12%', 'coin_move Ethereum change:12%'],
    ['Solana surges 15%', 'coin_move Solana change:15%'],
    ['台积电涨 5%，创历史新高', 'stock_move TSMC change:5%'],
    ['腾讯跌超 3%', 'stock_move Tencent change:超 3%'],
    ['英伟达股价跌 8%', 'stock_move Nvidia change:8%'],
    ['英伟达盘前涨近 3%', 'stock_move Nvidia change:近 3%'],
    ['特斯拉股价涨超 5%', 'stock_move Tesla change:超 5%'],
    ['英伟达大涨 5%', 'stock_move Nvidia change:5%'],
    ['Nvidia fell 8%', 'stock_move Nvidia change:8%'],
    ['$NVDA plunged 9% after earnings', 'stock_move Nvidia change:9%'],
    ['Tesla drops 6% after Musk tweet', 'stock_move Tesla change:6%'],
    ['Microsoft cut prices of Copilot by 20%', 'price_change Microsoft Copilot change:20%'],
    ['Microsoft cut Copilot prices by 20%', 'price_change Microsoft Copilot prices change:20%'],
    ['OpenAI slashed the price of GPT-7 by 80%', 'price_change OpenAI GPT-7 change:80%'],
    ['OpenAI halves the price of GPT-7', 'price_change OpenAI GPT-7'],
    ['蘋果發表 iPhone 19', 'release Apple iPhone 19'],
    ['聯發科發表天璣 9600', 'release MediaTek 天璣 9600'],
    ['歐盟對 Google 開罰 25 億歐元', 'regulation European Union Google fine:25 億歐元'],
    ['歐盟開罰 Apple 5 億歐元', 'regulation European Union Apple fine:5 億歐元'],
    ['特斯拉 Model Y 降价 2 万元', 'price_change Tesla Model Y change:2 万元'],
    ['特斯拉 Model Y 降价至 2 万元', 'price_change Tesla Model Y price:2 万元'],
    ['iPhone 19 降价了 800 元', 'price_change Apple iPhone 19 change:800 元'],
    ['麦当劳涨价 0.5 到 1 元', "price_change McDonald's change:0.5 change:1 元"],
    ['华为降价 500 元至 4999 元', 'price_change Huawei change:500 元 price:4999 元'],
    ['Claude Opus 6 价格下调三分之二', 'price_change Anthropic Claude Opus 6 change:三分之二'],
    ['OpenAI raises ChatGPT Plus price by $5', 'price_change OpenAI ChatGPT Plus price change:$5'],
    ['OpenAI raises ChatGPT Plus price to $25', 'price_change OpenAI ChatGPT Plus price price:$25'],
    ['Netflix raises price by $3', 'price_change Netflix change:$3'],
    ['Bitcoin falls by about $5,000', 'coin_move Bitcoin change:$5,000'],
    ['Nvidia shares fall $5 to $180', 'stock_move Nvidia change:$5 price:$180'],
    ['英伟达股价上涨 15 美元', 'stock_move Nvidia change:15 美元'],
    ['以太坊上涨 200 美元', 'coin_move Ethereum change:200 美元'],
    ['比特币站上 2 万美元', 'coin_move Bitcoin price:2 万美元'],
    ['比特币涨超 9 万美元', 'coin_move Bitcoin price:超 9 万美元'],
  ])('%s', (text, event) => {
    expect(told(text)).toEqual([event]);
  });

  test.each([
    '苹果用户下跌 5%',
    '比亚迪跌出前十',
    '美团涨 5 元配送费',
    'Tesla falls 8% in sales',
    'Meta gains 5% market share',
    'Google falls 5 places in ranking',
    'Apple drops support for iPhone X',
    'Amazon drops 5 new models',
    'ChatGPT usage drops 12%',
    'OpenAI 发表声明',
    '谷歌发表量子计算新论文',
    '马斯克发表演讲',
  ])('and none: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test('a sum is of the deed beside it, and not of the one in a phrase of time', () => {
  expect(told('Anthropic在OpenAI融资100亿美元之后融资50亿美元')).toEqual([
    'funding OpenAI funding:100亿美元',
    'funding Anthropic funding:50亿美元',
  ]);
});
