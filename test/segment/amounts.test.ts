import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

/** The numbers of a text with what they are as data: `20% = 20 percent %`. */
function amounts(text: string): string[] {
  return tokenizer.segment(text).flatMap(({ kind, text: written, quantity }) => {
    if (kind !== 'number') return [];
    if (quantity === undefined) return [written];
    const { value, type, currency, unit, per, bound, date } = quantity;
    const parts = [value, type, currency, unit, per === undefined ? undefined : `/${per}`, bound, date];
    return [`${written} = ${parts.filter((part) => part !== undefined).join(' ')}`];
  });
}

describe('amounts', () => {
  it.each([
    // Chinese numerals
    ['近百亿投资', ['近百亿 = 10000000000 count about']],
    ['上百万用户', ['上百万 = 1000000 count over']],
    ['上千名开发者', ['上千 = 1000 count over']],
    ['十几亿美元', ['十几亿美元 = 1000000000 money USD about']],
    ['数百万人', ['数百万 = 1000000 count about']],
    ['三分之一的用户和五分之四的公司', ['三分之一 = 0.333333333333333 count', '五分之四 = 0.8 count']],
    ['百分之九十五点五', ['百分之九十五点五 = 95.5 percent %']],
    ['1亿2千万', ['1亿2千万 = 120000000 count']],
    // traditional characters
    ['3個月募得100億歐元', ['3個月 = 3 duration 月', '100億歐元 = 10000000000 money EUR']],
    [
      '500塊錢，20噸，30分鐘',
      ['500塊錢 = 500 money CNY', '20噸 = 20 measure t', '30分鐘 = 30 duration 分钟'],
    ],
    // signs
    ['误差±0.5%', ['±0.5% = 0.5 percent % about']],
    ['气温-12.3℃', ['-12.3℃ = -12.3 measure °C']],
    ['跌-5%', ['-5% = -5 percent %']],
    ['同比负5%', ['负5% = -5 percent %']],
    ['同比-3.5%，毛利率-5%', ['-3.5% = -3.5 percent %', '-5% = -5 percent %']],
    ['净利润-5.6亿元', ['-5.6亿元 = -560000000 money CNY']],
    ['零下10℃', ['10℃ = -10 measure °C']],
    ['北京-100亿元项目', ['100亿元 = 10000000000 money CNY']],
    ['.5秒', ['.5秒 = 0.5 duration 秒']],
    ['学习率1e-5', ['1e-5 = 0.00001 count']],
    // ranges: the first has what only the second is written with
    ['20%-30%', ['20% = 20 percent %', '30% = 30 percent %']],
    ['50%～60%之间', ['50% = 50 percent %', '60% = 60 percent %']],
    ['涨了3-5倍', ['3 = 3 multiple 倍', '5倍 = 5 multiple 倍']],
    ['300-500万元', ['300 = 3000000 money CNY', '500万元 = 5000000 money CNY']],
    ['3万至5万元', ['3万 = 30000 money CNY', '5万元 = 50000 money CNY']],
    ['$5-10 million', ['$5 = 5000000 money USD', '10 million = 10000000 money USD']],
    ['估值$1-2B', ['$1 = 1000000000 money USD', '2B = 2000000000 money USD']],
    ['£3-5m', ['£3 = 3000000 money GBP', '5m = 5000000 money GBP']],
    ['¥1999-2999', ['¥1999 = 1999 money CNY', '2999 = 2999 money CNY']],
    ['$100-200/月', ['$100 = 100 money USD /月', '200/月 = 200 money USD /月']],
    [
      '$20在2-3月涨到$25',
      ['$20 = 20 money USD', '2 = NaN date --02', '3月 = NaN date --03', '$25 = 25 money USD'],
    ],
    ['比分2-1', ['2 = 2 count', '1 = 1 count']],
    // what is counted behind a magnitude, which is no word with it
    ['销量20万辆', ['20万 = 200000 count']],
    ['部署10万张GPU', ['10万 = 100000 count']],
    ['减持1.98亿股', ['1.98亿 = 198000000 count']],
    ['写了3万多字', ['3万多 = 30000 count over']],
    ['年产十五万辆', ['十五万 = 150000 count']],
    ['近百张照片', ['近百 = 100 count about']],
    ['数百万 十多年', ['数百万 = 1000000 count about']],
    // 万 as it is typed
    ['点赞1.2w，粉丝 3w', ['1.2w = 12000 count', '3w = 30000 count']],
    ['65w快充', []],
    // Chinese marks part numbers
    ['100，200，300', ['100 = 100 count', '200 = 200 count', '300 = 300 count']],
    ['１，０００元', ['１，０００元 = 1000 money CNY']],
    ['用了H800，278.8万小时', ['278.8万小时 = 2788000 duration 小时']],
    ['三点五亿美元，涨了一点五倍', ['三点五亿美元 = 350000000 money USD', '一点五倍 = 1.5 multiple 倍']],
    // currencies before the number
    ['5亿美元 10万人', ['5亿美元 = 500000000 money USD', '10万 = 100000 count']],
    ['港币5亿元', ['5亿元 = 500000000 money HKD']],
    ['人民币2亿', ['2亿 = 200000000 money CNY']],
    // rates
    ['$0.002 per 1K tokens', ['$0.002 per 1K tokens = 0.002 money USD /千token']],
    ['$2.50/1M input tokens', ['$2.50/1M input tokens = 2.5 money USD /百万token']],
    ['$200 a month', ['$200 a month = 200 money USD /月']],
    ['3.2 TB/s带宽', ['3.2 TB/s = 3.2 measure TB /秒']],
    // more than
    ['200多家公司', ['200多 = 200 count over']],
    ['30余人', ['30余 = 30 count over']],
    // bounds
    ['不超过5亿元', ['5亿元 = 500000000 money CNY under']],
    ['不低于15%', ['15% = 15 percent % over']],
    ['约为 180 亿美元', ['180 亿美元 = 18000000000 money USD about']],
    ['上下文 < 256K，准确率>=90%', ['256K = 256000 count under', '90% = 90 percent % over']],
    ['耗时=>90秒', ['90秒 = 90 duration 秒']],
    ['5 trillion won', ['5 trillion won = 5000000000000 money KRW']],
    ['game 3 won', ['3 = 3 count']],
    // no weeks, no seconds
    ['8亿周活用户', ['8亿 = 800000000 count']],
    ['in the 1990s', ['1990s']],
    ["hits of the '90s", ['90s']],
    [
      '30平米，5000毫安时，10bp',
      ['30平米 = 30 measure m²', '5000毫安时 = 5000 measure mAh', '10bp = 10 measure bps'],
    ],
    ['零下5度，转了5度', ['5度 = -5 measure °C', '5 = 5 count']],
    ['98.6°F，45°角', ['98.6°F = 98.6 measure °F', '45° = 45 measure °']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('dates', () => {
  it.each([
    ['26年3月发布', ['26年3月 = 2026 date 2026-03']],
    ['12月底上线', ['12月底 = NaN date --12']],
    ['二〇二五年', ['二〇二五年 = 2025 date 2025']],
    ['二零二五年十一月三十日', ['二零二五年十一月三十日 = 2025 date 2025-11-30']],
    ['三月三日', ['三月三日 = NaN date --03-03']],
    ['12/31/2025', ['12/31/2025 = 2025 date 2025-12-31']],
    ['31/12/2025', ['31/12/2025 = 2025 date 2025-12-31']],
    // the month may be either
    ['03/04/2025', ['03/04/2025 = 2025 date 2025']],
    ['2025年1-9月', ['2025年 = 2025 date 2025', '1 = NaN date --01', '9月 = NaN date --09']],
    ['2024-2026年', ['2024 = 2024 date 2024', '2026年 = 2026 date 2026']],
    ['上午9点半', ['9点半']],
    ['京东晚8点开抢', ['8点']],
    ['上午10时，10时30分，10时代', ['10时', '10时30分', '10 = 10 count']],
    ["Q4'25, FY26Q2", ["Q4'25 = 2025 date 2025-Q4", 'FY26Q2 = 2026 date 2026-Q2']],
    ['3:30 PM, 9:00AM and 3pm', ['3:30 PM', '9:00AM', '3pm']],
    ['2025-11-28T10:00:00Z', ['2025-11-28T10:00:00Z = 2025 date 2025-11-28']],
    ['2025-11-28T10:00:00.5+08:00', ['2025-11-28T10:00:00.5+08:00 = 2025 date 2025-11-28']],
    [
      '25Q3营收，3Q25，26H1',
      ['25Q3 = 2025 date 2025-Q3', '3Q25 = 2025 date 2025-Q3', '26H1 = 2026 date 2026-H1'],
    ],
    ['FY2025 Q3, Q3 FY26', ['FY2025 Q3 = 2025 date 2025-Q3', 'Q3 FY26 = 2026 date 2026-Q3']],
    ['下午3点20分到晚上8点', ['3点20分', '8点']],
    ['完成1/3，24/7在线', ['1/3', '24/7']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it.each([
    '十五五规划',
    '百亿补贴',
    '两三个',
    '加上百度',
    '上千问写作文',
    '千万别信',
    '胜3负5',
    '五月天的歌',
    '上市公司负面新闻',
    '正负面消息',
  ])('no amount is made of words: %s', (text) => {
    expect(amounts(text).filter((amount) => /[一-鿿]/u.test(amount.split(' = ')[0] ?? ''))).toEqual([]);
  });
});
