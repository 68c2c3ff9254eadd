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
    ['近三成受访者', ['近三成 = 30 percent % about']],
    ['近两年来首次', []],
    ['上千名开发者', ['上千 = 1000 count over']],
    ['十几亿美元', ['十几亿美元 = 1000000000 money USD about']],
    ['数百万人', ['数百万 = 1000000 count about']],
    ['三分之一的用户和五分之四的公司', ['三分之一 = 0.333333333333333 count', '五分之四 = 0.8 count']],
    ['百分之九十五点五', ['百分之九十五点五 = 95.5 percent %']],
    ['1亿2千万', ['1亿2千万 = 120000000 count']],
    ['赚了3个亿，亏了半个亿', ['3个亿 = 300000000 count', '半个亿 = 50000000 count']],
    ['砸了几个亿，几个亿万富翁', ['几个亿 = 100000000 count about']],
    ['₩5조, $500MM', ['₩5조 = 5000000000000 money KRW', '$500MM = 500000000 money USD']],
    ['2个亿美元，一个多亿', ['2个亿美元 = 200000000 money USD', '一个多亿 = 100000000 count over']],
    ['5个亿级项目，3个亿万富翁', ['5 = 5 count', '3 = 3 count']],
    ['性能提升百倍，近千倍', ['百倍 = 100 multiple 倍 about', '近千倍 = 1000 multiple 倍 about']],
    ['信心百倍，万x', []],
    ['涨了3个点，3个点评', ['3个点 = 3 percent %', '3 = 3 count']],
    [
      '5 percentage points, 50 basis points',
      ['5 percentage points = 5 percent %', '50 basis points = 50 measure bps'],
    ],
    ['转会费8000万欧，3亿欧洲人', ['8000万欧 = 80000000 money EUR', '3亿 = 300000000 count']],
    ['99美分，5亿法郎，₿2', ['99美分 = 0.99 money USD', '5亿法郎 = 500000000 money CHF', '₿2 = 2 money BTC']],
    ['20 bucks or 10 million pounds', ['20 bucks = 20 money USD', '10 million pounds = 10000000 money GBP']],
    ['lost 20 pounds', ['20 = 20 count']],
    ['1e400', []],
    [
      '3 May 2026, on 7 May, iPhone 17 may launch',
      ['3 May 2026 = 2026 date 2026-05-03', '7 May = NaN date --05-07'],
    ],
    // units with what is said behind them
    ['身高1米75，1米8', ['1米75 = 1.75 measure m', '1米8 = 1.8 measure m']],
    ['1米7到1米8', ['1米7 = 1.7 measure m', '1米8 = 1.8 measure m']],
    ['一米八，两米一', ['一米八 = 1.8 measure m', '两米一 = 2.1 measure m']],
    ['3米5号，2米3人，一米阳光', ['3米 = 3 measure m', '5 = 5 count', '2米 = 2 measure m', '3 = 3 count']],
    ['8块5毛，3元5角', ['8块5毛 = 8.5 money CNY', '3元5角 = 3.5 money CNY']],
    ['2毛5，5毛一斤', ['2毛5 = 0.25 money CNY', '5毛 = 0.5 money CNY']],
    ['4-bit量化，1.58-bit', ['4-bit = 4 measure bit', '1.58-bit = 1.58 measure bit']],
    ['5¥，5￥', ['5¥ = 5 money CNY', '5￥ = 5 money CNY']],
    ['4K@60fps，4K/120Hz', ['60fps = 60 measure fps', '120Hz = 120 measure Hz']],
    // years of other eras
    ['公元前221年', ['221年']],
    ['民国25年，令和8年1月', ['25年 = 1936 date 1936', '8年1月 = 2026 date 2026-01']],
    ['台積電第三季營收，歌手第三季', ['第三季 = NaN date --Q3']],
    // traditional characters of Taiwan
    ['近億元融資，超億元', ['近億元 = 100000000 money CNY about', '超億元 = 100000000 money CNY over']],
    [
      '超過200億歐元，不低於50%，少於10億',
      ['200億歐元 = 20000000000 money EUR over', '50% = 50 percent % over', '10億 = 1000000000 count under'],
    ],
    [
      '300億台幣，1.2億新台幣，2兆元台币',
      [
        '300億台幣 = 30000000000 money TWD',
        '1.2億新台幣 = 120000000 money TWD',
        '2兆元台币 = 2000000000000 money TWD',
      ],
    ],
    [
      '2億澳幣，2億加幣，5000泰銖',
      ['2億澳幣 = 200000000 money AUD', '2億加幣 = 200000000 money CAD', '5000泰銖 = 5000 money THB'],
    ],
    ['1兆參數', ['1兆參數 = 1000000000000 parameters 参数']],
    [
      '3奈米，10公尺，5公分，6.1吋，2億畫素',
      [
        '3奈米 = 3 measure nm',
        '10公尺 = 10 measure m',
        '5公分 = 5 measure cm',
        '6.1吋 = 6.1 measure inch',
        '2億畫素 = 200000000 measure px',
      ],
    ],
    // what goes on behind a magnitude in digits, with and without commas
    ['售价1亿5,000万美元', ['1亿5,000万美元 = 150000000 money USD']],
    ['2億3,500萬元', ['2億3,500萬元 = 235000000 money CNY']],
    ['奖金3万5,000元', ['3万5,000元 = 35000 money CNY']],
    ['月薪1万5000元', ['1万5000元 = 15000 money CNY']],
    ['共1万2,345人', ['1万2,345 = 12345 count']],
    ['市值1万2,000亿美元', ['1万2,000亿美元 = 1200000000000 money USD']],
    ['收入8亿零500万元', ['8亿零500万元 = 805000000 money CNY']],
    ['突破1万2025年再创新高', ['1万 = 10000 count over', '2025年 = 2025 date 2025']],
    ['3万5,价格不变', ['3万5 = 35000 count']],
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
    ['净利润为-3.2亿元', ['-3.2亿元 = -320000000 money CNY']],
    ['油价跌至-37.6美元/桶', ['-37.6美元/桶 = -37.6 money USD /桶']],
    ['增速仅-0.1%', ['-0.1% = -0.1 percent %']],
    ['约-40%', ['约-40% = -40 percent % about']],
    ['收于-37.63美元', ['-37.63美元 = -37.63 money USD']],
    ['亏损-8.5亿元人民币', ['-8.5亿元人民币 = -850000000 money CNY']],
    ['净资产负153亿', ['负153亿 = -15300000000 count']],
    ['净利润负3.2亿元', ['负3.2亿元 = -320000000 money CNY']],
    ['身负200万债务', ['200万 = 2000000 count']],
    ['负2球，近视负200度', ['2 = 2 count', '200 = 200 count']],
    ['气温降至-2度', ['-2度 = -2 measure °C']],
    ['关于-3件事', ['3 = 3 count']],
    ['预算10万-15万', ['10万 = 100000 count', '15万 = 150000 count']],
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
    ['粉丝破200W', ['200W = 2000000 count over']],
    ['30W块，20W元起', ['30W块 = 300000 money CNY', '20W元 = 200000 money CNY']],
    ['预算12-15W，买什么车', ['12 = 120000 count', '15W = 150000 count']],
    ['300W功耗', ['300W = 300 measure W']],
    ['充电已经到66W了', ['66W = 66 measure W']],
    ['支持45W', ['45W = 45 measure W']],
    ['双烤 65W+175W', ['65W = 65 measure W', '175W = 175 measure W']],
    ['100W charger', ['100W = 100 measure W']],
    ['机油5w-30', ['30 = 30 count']],
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

describe('amounts as people say them', () => {
  it.each([
    ['七成五的受访者支持', ['七成五 = 75 percent %']],
    ['近七成的企业', ['近七成 = 70 percent % about']],
    ['占比3成5', ['3成5 = 35 percent %']],
    ['来了二三十人', ['二三十 = 20 count about']],
    ['三四百万用户', ['三四百万 = 3000000 count about']],
    ['五六百公里', ['五六百公里 = 500 measure km about']],
    ['两三千元', ['两三千元 = 2000 money CNY about']],
    ['两三万块', ['两三万块 = 20000 money CNY about']],
    ['一两百亿美元', ['一两百亿美元 = 10000000000 money USD about']],
    ['用了1个半小时', ['1个半小时 = 1.5 duration 小时']],
    ['两个半小时', ['两个半小时 = 2.5 duration 小时']],
    ['3个半月后', ['3个半月 = 3.5 duration 月']],
    ['3年半时间', ['3年半 = 3.5 duration 年']],
    ['耗时1小时30分钟', ['1小时 = 1 duration 小时', '30分钟 = 30 duration 分钟']],
    ['三分之一强', ['三分之一强 = 0.333333333333333 count over']],
    ['三分之二弱的选民', ['三分之二弱 = 0.666666666666667 count under']],
    ['近三分之二的股东', ['近三分之二 = 0.666666666666667 count about']],
    ['打8折', ['8折 = 80 percent %']],
    ['8.5折优惠', ['8.5折 = 85 percent %']],
    ['打八五折', ['八五折 = 85 percent %']],
    ['全场五折起', ['五折 = 50 percent %']],
    ['5个多月', ['5个多月 = 5 duration 月 over']],
    ['20来岁', ['20来 = 20 count about']],
    ['三十来人', ['三十来 = 30 count about']],
    ['10来万', ['10来万 = 100000 count about']],
    ['涨了三千五', ['三千五 = 3500 count']],
    ['花了一万二买的', ['一万二 = 12000 count']],
    ['一百八的价格', ['一百八 = 180 count']],
    ['两千零五元', ['两千零五元 = 2005 money CNY']],
    ['花了3万5', ['3万5 = 35000 count']],
    ['票房1亿2', ['1亿2 = 120000000 count']],
    ['一百零五人', ['一百零五 = 105 count']],
    ['两千零二十五人', ['两千零二十五 = 2025 count']],
    ['十万三千五百元', ['十万三千五百元 = 103500 money CNY']],
    ['千分之三', ['千分之三 = 0.003 count']],
    ['万分之五', ['万分之五 = 0.0005 count']],
    ['百分之50', ['百分之50 = 50 percent %']],
    ['百分之0.5', ['百分之0.5 = 0.5 percent %']],
    ['百分之三到五', ['百分之三 = 3 percent %']],
    ['上涨−3.2%', ['−3.2% = -3.2 percent %']],
    ['涨＋5％', ['＋5％ = 5 percent %']],
    ['环比+12.5pct', ['+12.5pct = 12.5 percent %']],
    ['下降2.3pp', ['2.3pp = 2.3 percent %']],
    ['提高1.2个百分点', ['1.2个百分点 = 1.2 percent %']],
    ['加息25bps', ['25bps = 25 measure bps']],
    ['降息25个基点', ['25个基点 = 25 measure bps']],
    ['5‰的费率', ['5‰ = 0.5 percent %']],
    ['占99.9%+', ['99.9%+ = 99.9 percent % over']],
    ['阅读10W+', ['10W+ = 100000 count over']],
    ['阅读100万+', ['100万+ = 1000000 count over']],
    ['5000+家门店', ['5000+ = 5000 count over']],
    ['2.5-3万元', ['2.5 = 25000 money CNY', '3万元 = 30000 money CNY']],
    ['1.5万-2万元', ['1.5万 = 15000 money CNY', '2万元 = 20000 money CNY']],
    ['30到50万', ['30 = 300000 count', '50万 = 500000 count']],
    ['三五百人', ['三五百 = 300 count about']],
    ['100—200美元', ['100 = 100 money USD', '200美元 = 200 money USD']],
    ['5%至8%', ['5% = 5 percent %', '8% = 8 percent %']],
    ['5至8%', ['5 = 5 percent %', '8% = 8 percent %']],
    ['融资$1.2bn', ['$1.2bn = 1200000000 money USD']],
    ['€3.4m seed round', ['€3.4m = 3400000 money EUR']],
    ['raised £500k', ['£500k = 500000 money GBP']],
    ['A$2bn fund', ['A$2bn = 2000000000 money AUD']],
    ['C$10m', ['C$10m = 10000000 money CAD']],
    ['US$1.5 trillion', ['US$1.5 trillion = 1500000000000 money USD']],
    ['HK$3,000', ['HK$3,000 = 3000 money HKD']],
    ['¥1.2万亿', ['¥1.2万亿 = 1200000000000 money CNY']],
    ['$5亿', ['$5亿 = 500000000 money USD']],
    ['$5 亿美元', ['$5 亿美元 = 500000000 money USD']],
    ['5000円', ['5000円 = 5000 money JPY']],
    ['10億日圓', ['10億日圓 = 1000000000 money JPY']],
    ['NT$ 3,000億', ['NT$ 3,000億 = 300000000000 money TWD']],
    ['新台幣500億元', ['500億元 = 50000000000 money TWD']],
    ['CHF 20 million', ['CHF 20 million = 20000000 money CHF']],
    ['KRW 500 billion', ['KRW 500 billion = 500000000000 money KRW']],
    ['5 million euros', ['5 million euros = 5000000 money EUR']],
    ['10 billion yuan', ['10 billion yuan = 10000000000 money CNY']],
    ['1 trillion yen', ['1 trillion yen = 1000000000000 money JPY']],
    ['99 cents', ['99 cents = 0.99 money USD']],
    ['1,2 Mrd. Euro', ['1,2 Mrd. Euro = 1200000000 money EUR']],
    ['3,5 Mio. Euro', ['3,5 Mio. Euro = 3500000 money EUR']],
    ['€1.5 Mrd', ['€1.5 Mrd = 1500000000 money EUR']],
    ['₹500 crore', ['₹500 crore = 5000000000 money INR']],
    ['Rs 500 crore', ['500 crore = 5000000000 money INR']],
    ['每月20美元', ['20美元 = 20 money USD']],
    ['5毛钱', ['5毛钱 = 0.5 money CNY']],
    ['10块5', ['10块5 = 10.5 money CNY']],
    ['50亿里拉', ['50亿里拉 = 5000000000 money TRY']],
    ['3亿瑞典克朗', ['3亿瑞典克朗 = 300000000 money SEK']],
    ['1亿兹罗提', ['1亿兹罗提 = 100000000 money PLN']],
    ['500 USDC', ['500 USDC = 500 money USDC']],
    ['10M USD', ['10M USD = 10000000 money USD']],
    ['3.5元/度', ['3.5元/度 = 3.5 money CNY /度']],
    ['85美元/桶', ['85美元/桶 = 85 money USD /桶']],
    ['$85/barrel', ['$85/barrel = 85 money USD /桶']],
    ['4000美元/盎司', ['4000美元/盎司 = 4000 money USD /盎司']],
    ['$4,000 per ounce', ['$4,000 per ounce = 4000 money USD /盎司']],
    ['4000美元每盎司', ['4000美元每盎司 = 4000 money USD /盎司']],
    ['3万元/平方米', ['3万元/平方米 = 30000 money CNY /平方米']],
    ['3万/平', ['3万/平 = 30000 count /平方米']],
    ['8元/升', ['8元/升 = 8 money CNY /升']],
    ['5元/斤', ['5元/斤 = 5 money CNY /斤']],
    ['1000次/秒', ['1000次/秒 = 1000 count 次 /秒']],
    ['¥5.9/百万tokens', ['¥5.9/百万tokens = 5.9 money CNY /百万token']],
    ['$15/M output tokens', ['$15/M output tokens = 15 money USD /百万token']],
    ['$3 per million tokens', ['$3 per million tokens = 3 money USD /百万token']],
    [
      '输入2元/百万tokens，输出8元/百万tokens',
      ['2元/百万tokens = 2 money CNY /百万token', '8元/百万tokens = 8 money CNY /百万token'],
    ],
    ['€20/month', ['€20/month = 20 money EUR /月']],
    ['$20/mo.', ['$20/mo = 20 money USD /月']],
    ['19.9元/月', ['19.9元/月 = 19.9 money CNY /月']],
    ['$1.50 per GPU-hour', ['$1.50 per GPU-hour = 1.5 money USD /GPU小时']],
    ['$2.5/GPU·h', ['$2.5/GPU·h = 2.5 money USD /GPU小时']],
    ['16GB+512GB版', ['16GB = 16 measure GB', '512GB = 512 measure GB']],
    ['800V高压', ['800V = 800 measure V']],
    ['1.2kW', ['1.2kW = 1.2 measure kW']],
    ['10吉瓦', ['10吉瓦 = 10 measure GW']],
    ['装机10GW', ['10GW = 10 measure GW']],
    ['120Hz高刷', ['120Hz = 120 measure Hz']],
    ['6.7英寸', ['6.7英寸 = 6.7 measure inch']],
    ['1080p', ['1080p = 1080 measure p']],
    ['1080P视频', ['1080P = 1080 measure p']],
    ['4K视频', []],
    ['8K电视', []],
    ['2K屏', []],
    ['10光年', ['10光年 = 10 measure 光年']],
    ['30海里', ['30海里 = 30 measure nmi']],
    ['120㎡', ['120㎡ = 120 measure m²']],
    ['50m²', ['50m² = 50 measure m²']],
    ['120km/h', ['120km/h = 120 measure km /小时']],
    ['300公里/小时', ['300公里/小时 = 300 measure km /小时']],
    ['100 mph', ['100 mph = 100 measure mph']],
    ['100斤', ['100斤 = 100 measure 斤']],
    ['100万桶/日', ['100万桶/日 = 1000000 count 桶 /日']],
    ['3盎司', ['3盎司 = 3 measure oz']],
    ['30摄氏度', ['30摄氏度 = 30 measure °C']],
    ['100华氏度', ['100华氏度 = 100 measure °F']],
    ['100分贝', ['100分贝 = 100 measure dB']],
    ['500ppm', ['500ppm = 500 measure ppm']],
    ['300大卡', ['300大卡 = 300 measure kcal']],
    ['500万人次', ['500万 = 5000000 count']],
    ['3000余名员工', ['3000余 = 3000 count over']],
    ['1亿日活', ['1亿 = 100000000 count']],
    ['300匹马力', ['300匹马力 = 300 measure hp']],
    ['1.5T发动机', []],
    ['2.0T四驱', []],
    ['10x faster', ['10x = 10 multiple 倍']],
    ['2.5x-3x', ['2.5x = 2.5 multiple 倍', '3x = 3 multiple 倍']],
    ['30× speedup', ['30× = 30 multiple 倍']],
    ['a 3-for-1 split', ['3-for-1']],
    ['客服电话400-820-8820', ['400-820-8820']],
    ['010-12345678转3', ['010-12345678', '3 = 3 count']],
    ['call 1-800-555-0199.', ['1-800-555-0199']],
    ['ISBN 978-7-111-12345-6', ['978-7-111-12345-6']],
    ['4-3-3阵型', ['4 = 4 count', '3 = 3 count', '3 = 3 count']],
    ['2020-2025年', ['2020 = 2020 date 2020', '2025年 = 2025 date 2025']],
    ['5-fold increase', ['5-fold = 5 multiple 倍']],
    ['tenfold', []],
    ['twice as fast', []],
    ['30-fold', ['30-fold = 30 multiple 倍']],
    ['100-person team', ['100 = 100 count']],
    ['a 2-hour call', ['2-hour = 2 duration 小时']],
    ['a 10-year bond', ['10-year = 10 duration 年']],
    ['a $100-million deal', ['$100-million = 100000000 money USD']],
    ['$100 million-plus', ['$100 million = 100000000 money USD']],
    ['a 1-million-token window', ['1-million-token = 1000000 tokens token']],
    ['1M-token context window', ['1M-token = 1000000 tokens token']],
    ['128K上下文', ['128K上下文 = 128000 tokens token']],
    ['256k context', ['256k context = 256000 tokens token']],
    ['36T tokens', ['36T tokens = 36000000000000 tokens token']],
    ['200万token', ['200万token = 2000000 tokens token']],
    ['671B参数', ['671B参数 = 671000000000 parameters 参数']],
    ['1.8万亿参数', ['1.8万亿参数 = 1800000000000 parameters 参数']],
    ['1000 tokens/s', ['1000 tokens/s = 1000 tokens token /秒']],
    ['150 tok/s', ['150 tok/s = 150 tokens token /秒']],
    ['200 tokens per second', ['200 tokens per second = 200 tokens token /秒']],
    ['over 3,000 people', ['3,000 people = 3000 count people over']],
    ['roughly a third of users', []],
    ['half a million dollars', []],
    ['two million users', []],
    ['$1.5-2bn', ['$1.5 = 1500000000 money USD', '2bn = 2000000000 money USD']],
    ['between $5 and $10', ['$5 = 5 money USD', '$10 = 10 money USD']],
    ['<5%', ['5% = 5 percent % under']],
    ['~$10k', ['~$10k = 10000 money USD about']],
    ['≈3.5亿', ['≈3.5亿 = 350000000 count about']],
    ['1e12 FLOPs', ['1e12 FLOPs = 1000000000000 measure FLOPS']],
    ['3e24 FLOP', ['3e24 FLOP = 3e+24 measure FLOPS']],
    ['10^25 FLOPs', ['10^25 FLOPs = 1e+25 measure FLOPS']],
    ['1,234,567.89', ['1,234,567.89 = 1234567.89 count']],
    ['5点多', ['5 = 5 count']],
    ['30多亿', ['30多亿 = 3000000000 count over']],
    ['几十万人', ['几十万 = 100000 count about']],
    ['上亿元', ['上亿元 = 100000000 money CNY over']],
    ['过亿用户', []],
    ['数十倍', ['数十倍 = 10 multiple 倍 about']],
    ['十倍', ['十倍 = 10 multiple 倍']],
    ['一半', []],
    ['半数', []],
    ['1.5倍杠杆', ['1.5倍 = 1.5 multiple 倍']],
    ['三百五十万', ['三百五十万 = 3500000 count']],
    ['8.5 折起', ['8.5 折 = 85 percent %']],
    ['领 10$，20€一个月', ['10$ = 10 money USD', '20€ = 20 money EUR']],
    ['5$NVDA', ['5 = 5 count']],
    ['前值-3.00%，涨 3% -5%', ['-3.00% = -3 percent %', '3% = 3 percent %', '-5% = -5 percent %']],
    ['00后和八零后', []],
    ['五六块牛筋，两块肉，五六块钱', ['五六块钱 = 5 money CNY about']],
    ['52寸电视', ['52寸 = 52 measure inch']],
    // what only looks like tenths, a range or a magnitude
    ['十四五规划，十三五，十五五', []],
    ['有十四五家', ['十四五 = 14 count about']],
    ['在2026十八楼', ['2026 = 2026 count', '十八 = 18 count']],
    ['总价110万8月底入住', ['110万 = 1100000 count', '8月底 = NaN date --08']],
    ['3万5人，3万5千人', ['3万 = 30000 count', '5 = 5 count', '3万5千 = 35000 count']],
    ['华为三折手机，三折叠', []],
    ['200ml+润肤露', ['200ml = 200 measure mL']],
    ['GPT-5 beats a 10-year-old', ['10 = 10 count']],
    ['Galaxy Z 8 Fold, 10 HP laptops, 10 US states', ['8 = 8 count', '10 = 10 count', '10 = 10 count']],
    ['5元每天都花', ['5元 = 5 money CNY']],
    ['65W+快充', ['65W = 65 measure W']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('a magnitude behind digits belongs to them, whatever words begin with it', () => {
  it.each([
    ['营收300亿左右', ['300亿 = 30000000000 count about']],
    ['约300万左右', ['约300万 = 3000000 count about']],
    ['预算 16 万左右，', ['16 万 = 160000 count about']],
    ['3千左右和5百左右', ['3千 = 3000 count about', '5百 = 500 count about']],
    ['三亿左右', ['三亿 = 300000000 count about']],
    ['两千左右', ['两千 = 2000 count about']],
    ['月薪2万多', ['2万多 = 20000 count over']],
    ['亏了30亿多', ['30亿多 = 3000000000 count over']],
    ['赚了8千多，花了2百多', ['8千多 = 8000 count over', '2百多 = 200 count over']],
    ['14亿多中国人', ['14亿多 = 1400000000 count over']],
    ['便宜两千多', ['两千多 = 2000 count over']],
    ['十五万多例', ['十五万多 = 150000 count over']],
    ['5 万余对夫妻', ['5 万余 = 50000 count over']],
    ['20万出头就能买', ['20万 = 200000 count over']],
    ['新增确诊1.2万例', ['1.2万 = 12000 count']],
    ['每天走1万步', ['1万 = 10000 count']],
    ['股市突破8万点', ['8万 = 80000 count over']],
    ['起降1万架次', ['1万 = 10000 count']],
    ['发电100亿千瓦时', ['100亿千瓦时 = 10000000000 measure kWh']],
    ['2万亿千瓦时', ['2万亿千瓦时 = 2000000000000 measure kWh']],
    ['3亿法郎，2亿比索', ['3亿法郎 = 300000000 money CHF', '2亿 = 200000000 count']],
    ['重5万磅', ['5万磅 = 50000 measure lb']],
    ['奖金50万镑', ['50万镑 = 500000 money GBP']],
    ['2万里路', ['2万 = 20000 count']],
    ['6000万吨级油田', ['6000万 = 60000000 count']],
    ['4万年前的画', ['4万年 = 40000 duration 年']],
    [
      '3年前，10年后，5年来，15 年内',
      ['3年 = 3 duration 年', '10年 = 10 duration 年', '5年 = 5 duration 年', '15 年 = 15 duration 年'],
    ],
    ['120万一针', ['120万 = 1200000 count']],
    ['赔10万一审', ['10万 = 100000 count']],
    ['14亿分之一', ['14亿分之一 = 7.14285714285714e-10 count']],
    ['750千伏电网', ['750千伏 = 750 measure kV']],
    ['2000万多', ['2000万多 = 20000000 count over']],
    ['9000万来买球员', ['9000万 = 90000000 count']],
    ['回看2020 十年间', ['2020 = 2020 count']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it.each([
    ['4300万网红刘二狗', '4300万', '网红'],
    ['30万能买到', '30万', '能'],
    ['花15万全款买房', '15万', '全款'],
    ['40万豪车', '40万', '豪车'],
    ['销量超7万零跑创新高', '超7万', '零跑'],
    ['补贴2千三孩', '2千', '三孩'],
    ['3.7万物种', '3.7万', '物种'],
    ['4.5万网约车司机', '4.5万', '网约车'],
    ['100万年薪', '100万', '年薪'],
    ['20万元首付', '20万元', '首付'],
  ])('and what follows is cut without it: %s', (text, amount, next) => {
    const tokens = tokenizer.segment(text).map((token) => token.text);
    expect(tokens.slice(tokens.indexOf(amount), tokens.indexOf(amount) + 2)).toEqual([amount, next]);
  });

  it.each([
    ['2014万圣节', '万圣节'],
    ['2026万事皆可期', '万事'],
    ['流浪地球2万物皆是', '万物'],
    ['2022百大UP主', '百大'],
    ['2023万科年报', '万科'],
    ['恋与深空3.0万象', '万象'],
  ])('but not of a name, a year or a saying: %s', (text, word) => {
    expect(tokenizer.segment(text).map((token) => token.text)).toContain(word);
  });

  it('the same in JavaScript as in WebAssembly', () => {
    const plain = Tokenizer.loadSync();
    plain.deleteWord('鼀鼁');
    for (const text of ['请1400万网红，2月25日本田300亿左右', '3万多例4千多步', '三亿左右、2万亿千瓦时'])
      expect(plain.segment(text)).toEqual(tokenizer.segment(text));
  });

  it('in time proportional to the text', () => {
    expect(tokenizer.segment('3万多网购'.repeat(3000)).filter(({ text }) => text === '网购')).toHaveLength(
      3000,
    );
    expect(
      tokenizer
        .segment(`3${'万'.repeat(20000)}`)
        .map(({ text }) => text)
        .join(''),
    ).toHaveLength(20001);
  });
});

describe('兆 is of its unit', () => {
  it.each([
    ['500兆瓦', ['500兆瓦 = 500 measure MW']],
    ['100兆瓦级', ['100兆瓦 = 100 measure MW']],
    ['10兆瓦时储能', ['10兆瓦时 = 10 measure MWh']],
    ['800兆赫兹', ['800兆赫兹 = 800 measure MHz']],
    ['压力30兆帕', ['30兆帕 = 30 measure MPa']],
    ['100兆字节', ['100兆字节 = 100 measure MB']],
    ['200兆流量', ['200兆 = 200 measure MB']],
    ['1000兆宽带', ['1000兆 = 1000 measure Mbps']],
    ['2万兆瓦', ['2万兆瓦 = 20000 measure MW']],
    ['300千瓦，5千克，8千米', ['300千瓦 = 300 measure kW', '5千克 = 5 measure kg', '8千米 = 8 measure km']],
    // by itself it may be either
    ['才20兆', ['20兆']],
    // 10^12 of money
    ['3兆元', ['3兆元 = 3000000000000 money CNY']],
    ['5兆日元', ['5兆日元 = 5000000000000 money JPY']],
    ['新台幣3兆', ['3兆 = 3000000000000 money TWD']],
    ['3兆5000億元', ['3兆5000億元 = 3500000000000 money CNY']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('what is said of an amount behind it and before it', () => {
  it.each([
    ['300人左右', ['300 = 300 count about']],
    ['50%左右', ['50% = 50 percent % about']],
    ['3万字左右', ['3万 = 30000 count about']],
    ['2000元上下', ['2000元 = 2000 money CNY about']],
    ['200亿元以上', ['200亿元 = 20000000000 money CNY over']],
    ['100家以上', ['100 = 100 count over']],
    ['5倍以上', ['5倍 = 5 multiple 倍 over']],
    ['30℃以上', ['30℃ = 30 measure °C over']],
    ['10亿以内', ['10亿 = 1000000000 count under']],
    ['3年以内', ['3年 = 3 duration 年 under']],
    ['100字以内', ['100 = 100 count under']],
    ['500人以下', ['500 = 500 count under']],
    ['1000万以下', ['1000万 = 10000000 count under']],
    ['300亿出头', ['300亿 = 30000000000 count over']],
    ['300亿开外', ['300亿 = 30000000000 count over']],
    ['300亿不到', ['300亿 = 30000000000 count under']],
    ['3倍多', ['3倍 = 3 multiple 倍 over']],
    ['8公里多，', ['8公里 = 8 measure km over']],
    ['营收300亿左右', ['300亿 = 30000000000 count about']],
    ['大于5%，小于 3%', ['5% = 5 percent % over', '3% = 3 percent % under']],
    ['不大于5米，不小于2米', ['5米 = 5 measure m under', '2米 = 2 measure m over']],
    ['差不多300人，大致5年', ['300 = 300 count about', '5年 = 5 duration 年 about']],
    ['起码300人，最少3天', ['300 = 300 count over', '3天 = 3 duration 日 over']],
    // of a peak as of what may be
    ['股价最高300元', ['300元 = 300 money CNY']],
    ['票房破10亿，粉丝已破 1 亿', ['10亿 = 1000000000 count over', '1 亿 = 100000000 count over']],
    // nothing is said of these
    ['打破3项纪录，侦破5起案件', ['3 = 3 count', '5 = 5 count']],
    ['5人上下车', ['5 = 5 count']],
    ['300人左右两侧', ['300 = 300 count']],
    ['3倍多头仓位', ['3倍 = 3 multiple 倍']],
    ['要5元多少件', ['5元 = 5 money CNY']],
    ['2025年以上', ['2025年 = 2025 date 2025']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it('stays a token of its own', () => {
    expect(tokenizer.segment('50%左右').map(({ text }) => text)).toEqual(['50%', '左右']);
  });
});

describe('B is of money before a currency, of parameters, or of business', () => {
  it.each([
    ['融资3B美元', ['3B美元 = 3000000000 money USD']],
    ['1.2B美金', ['1.2B美金 = 1200000000 money USD']],
    ['10B 欧元', ['10B 欧元 = 10000000000 money EUR']],
    ['3B USD', ['3B USD = 3000000000 money USD']],
    ['500M美元，3T美元', ['500M美元 = 500000000 money USD', '3T美元 = 3000000000000 money USD']],
    ['2B业务', []],
    ['做2B的公司', []],
    ['国内2B市场', []],
    ['2B和2C', []],
    [
      '2B、7B、13B',
      [
        '2B = 2000000000 parameters 参数',
        '7B = 7000000000 parameters 参数',
        '13B = 13000000000 parameters 参数',
      ],
    ],
    ['2B参数，2B模型', ['2B参数 = 2000000000 parameters 参数', '2B = 2000000000 parameters 参数']],
    ['a 2B model', ['2B = 2000000000 parameters 参数']],
    ['7b参数', ['7b参数 = 7000000000 parameters 参数']],
    ['70b参数量', ['70b参数量 = 70000000000 parameters 参数']],
    ['0.5b参数', ['0.5b参数 = 500000000 parameters 参数']],
    ['1.5t参数', ['1.5t参数 = 1500000000000 parameters 参数']],
    ['8b模型', ['8b = 8000000000 parameters 参数']],
    ['7b params', ['7b params = 7000000000 parameters 参数']],
    ['70b', []],
    ['5t货车', []],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('rates by two things, by thousands, and things of which there are so many', () => {
  it.each([
    ['$25/user/month', ['$25/user/month = 25 money USD /用户/月']],
    ['$25 per user per month', ['$25 per user per month = 25 money USD /用户/月']],
    ['199元/人/年', ['199元/人/年 = 199 money CNY /人/年']],
    ['0.5元/千次，3元/万次', ['0.5元/千次 = 0.5 money CNY /千次', '3元/万次 = 3 money CNY /万次']],
    ['20元/千字', ['20元/千字 = 20 money CNY /千字']],
    ['8×H100集群', ['8 = 8 count']],
    ['8× A100', ['8 = 8 count']],
    ['10×GPU', ['10 = 10 count']],
    ['30× speedup, 3×faster', ['30× = 30 multiple 倍', '3× = 3 multiple 倍']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});

describe('字节 is a unit, and 百度 a hundred degrees, behind numerals', () => {
  const companies = (text: string): string[] =>
    tokenizer.segment(text).flatMap(({ term }) => (term?.category === 'company' ? [term.canonical] : []));

  it.each([
    ['512字节', ['512字节 = 512 measure B']],
    ['100个字节', ['100个字节 = 100 measure B']],
    ['1.5兆字节/秒', ['1.5兆字节/秒 = 1.5 measure MB /秒']],
    ['近视三百度', ['三百 = 300 count']],
    ['一百度，二百度，五百度', ['一百 = 100 count', '二百 = 200 count', '五百 = 500 count']],
    ['六百度近视，4百度', ['六百 = 600 count', '4百 = 400 count']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
    expect(companies(text)).toEqual([]);
  });

  it.each([
    '8字节对齐',
    '多字节字符',
    '一个字节',
    '前两个字节',
    '每字节',
    '字节数组',
    '字节流',
    '字节码',
    '字节序',
    '字节级BPE',
    '字节/秒',
    '单字节编码',
  ])('%s names no company', (text) => {
    expect(companies(text)).toEqual([]);
  });

  it.each([
    ['三个字节员工', 'ByteDance'],
    ['很多字节员工', 'ByteDance'],
    ['周一字节发布豆包', 'ByteDance'],
    ['2025字节营收', 'ByteDance'],
    ['字节流出的文件', 'ByteDance'],
    ['我一百度就知道', 'Baidu'],
    ['统一百度账号', 'Baidu'],
    ['618百度', 'Baidu'],
  ])('%s does', (text, company) => {
    expect(companies(text)).toContain(company);
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
    ['Q3 FY2025', ['Q3 FY2025 = 2025 date 2025-Q3']],
    ['第四季度，第3季度', ['第四季度 = NaN date --Q4', '第3季度 = NaN date --Q3']],
    ['连续第三季度增长', []],
    // days that no month has
    ['2月30日，4月31日，四月三十一日，Feb 30', ['2月30日', '4月31日', '四月三十一日', 'Feb 30']],
    ['2025-02-29，2025年2月29日', ['2025-02-29', '2025年2月29日']],
    ['2024-02-29，2月29日', ['2024-02-29 = 2024 date 2024-02-29', '2月29日 = NaN date --02-29']],
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

describe('dates, times and scores as people write them', () => {
  it.each([
    ['Q3 FY26 results', ['Q3 FY26 = 2026 date 2026-Q3']],
    ['FY26 Q3营收', ['FY26 Q3 = 2026 date 2026-Q3']],
    ['FY2026Q2', ['FY2026Q2 = 2026 date 2026-Q2']],
    ['3Q26净利', ['3Q26 = 2026 date 2026-Q3']],
    ['1H26', ['1H26 = 2026 date 2026-H1']],
    ["Q1'26 guidance", ["Q1'26 = 2026 date 2026-Q1"]],
    ['4Q FY25', ['4Q FY25 = 2025 date 2025-Q4']],
    ['2026年上半年', ['2026年上半年 = 2026 date 2026-H1']],
    ['2026年一季度', ['2026年一季度 = 2026 date 2026-Q1']],
    ['2026年第1季度', ['2026年第1季度 = 2026 date 2026-Q1']],
    ['2026年Q2', ['2026年Q2 = 2026 date 2026-Q2']],
    ['2025年底前', ['2025 = 2025 date 2025']],
    ['2026年初发布', ['2026 = 2026 date 2026']],
    ['2025年末', ['2025 = 2025 date 2025']],
    ['2025年度报告', ['2025 = 2025 date 2025']],
    ['2025财年', ['2025财年 = 2025 date 2025']],
    ['2026财年第二财季', ['2026财年第二财季 = 2026 date 2026-Q2']],
    ['2025全年', ['2025 = 2025 count']],
    ['11月28-30日', ['11月28 = NaN date --11-28', '30日 = NaN date ---30']],
    ['11月28日-30日', ['11月28日 = NaN date --11-28', '30日 = NaN date ---30']],
    ['11月28日至12月2日', ['11月28日 = NaN date --11-28', '12月2日 = NaN date --12-02']],
    ['2024-2026年', ['2024 = 2024 date 2024', '2026年 = 2026 date 2026']],
    ['2024年至2026年', ['2024年 = 2024 date 2024', '2026年 = 2026 date 2026']],
    ['1至9月', ['1 = NaN date --01', '9月 = NaN date --09']],
    ['前9个月', ['9个月 = 9 duration 月']],
    ['2025/11/30 20:00', ['2025/11/30 = 2025 date 2025-11-30', '20:00']],
    ['2025-11-30T08:00:00Z', ['2025-11-30T08:00:00Z = 2025 date 2025-11-30']],
    ['2025.11.30', ['2025.11.30 = 2025 date 2025-11-30']],
    ['20251130', ['20251130 = 20251130 count']],
    ['11/30', ['11/30']],
    ['30 November 2025', ['30 November 2025 = 2025 date 2025-11-30']],
    ['Nov. 30th, 2025', ['Nov. 30th, 2025 = 2025 date 2025-11-30']],
    ['30th November', ['30th November = NaN date --11-30']],
    ['Sept 2025', ['Sept 2025 = 2025 date 2025-09']],
    ['December 2026', ['December 2026 = 2026 date 2026-12']],
    ['May 5', ['May 5 = NaN date --05-05']],
    ['late 2026', ['2026 = 2026 count']],
    ['the 1990s', ['1990s']],
    ['十五五规划', []],
    ['五六十年代', []],
    ['2025年第47周', ['2025年 = 2025 date 2025', '47周 = 47 count']],
    ['二〇二六年一月一日', ['二〇二六年一月一日 = 2026 date 2026-01-01']],
    ['二零二五年', ['二零二五年 = 2025 date 2025']],
    ['一九八四年', ['一九八四年 = 1984 date 1984']],
    ['十一月三十日', ['十一月三十日 = NaN date --11-30']],
    ['下午3点', ['3点']],
    ['晚8点开播', ['8点']],
    ['凌晨2点30分', ['2点30分']],
    ['早上8点半', ['8点半']],
    ['20:00-22:00', ['20:00', '22:00']],
    ['8 p.m. ET', ['8 p.m.']],
    ['10am PT', ['10am']],
    ['10:30 AM', ['10:30 AM']],
    ['14时30分', ['14时30分']],
    ['北京时间11月30日凌晨2点', ['11月30日 = NaN date --11-30', '2点']],
    ['12月1日20时', ['12月1日 = NaN date --12-01', '20时']],
    ['今天18点', ['18点']],
    ['明天上午十点', []],
    ['3分15秒', ['3分15秒 = 195 duration 秒']],
    ['1小时20分', ['1小时 = 1 duration 小时', '20分 = 20 duration 分钟']],
    ['3天2夜', ['3天 = 3 duration 日', '2 = 2 count']],
    ['3个工作日', ['3个工作日 = 3 duration 工作日']],
    ['72小时内', ['72小时 = 72 duration 小时']],
    ['7×24小时', ['7 = 7 count', '24小时 = 24 duration 小时']],
    ['24/7', ['24/7']],
    ['两周内', []],
    ['近10年来', ['近10年 = 10 duration 年 about']],
    ['10余年', ['10余年 = 10 duration 年 over']],
    ['二十年', ['二十年 = 20 duration 年']],
    ['三十多年', ['三十多年 = 30 duration 年 over']],
    ['500ms延迟', ['500ms = 500 duration 毫秒']],
    ['1h30m', []],
    ['90min', ['90min = 90 duration 分钟']],
    ['10μs', ['10μs = 10 duration 微秒']],
    ['5ns', ['5ns = 5 duration 纳秒']],
    ['比分118-112', ['118 = 118 count', '112 = 112 count']],
    ['3:0击败', ['3:0']],
    ['3:2逆转', ['3:2']],
    ['以3比2获胜', ['3 = 3 count', '2 = 2 count']],
    ['21:19险胜', ['21:19']],
    ['98:97', ['98:97']],
    ['5胜2负', ['5 = 5 count', '2 = 2 count']],
    ['1:1000的比例', ['1:1000']],
    ['16:9屏幕', ['16:9']],
    ['第3名', ['3 = 3 count']],
    ['第100届', ['100 = 100 count']],
    ['第2000万辆', ['2000万 = 20000000 count']],
    ['排名前10', ['10 = 10 count']],
    ['35岁', ['35 = 35 count']],
    ['35岁以上', ['35 = 35 count over']],
    ['15-24岁', ['15 = 15 count', '24 = 24 count']],
    ['第1季度', ['第1季度 = NaN date --Q1']],
    ['前三季度', []],
    ['三季度净利', ['三季度 = NaN date --Q3']],
    ['双11', ['11 = 11 count']],
    ['9·11事件', ['9·11 = NaN date --09-11']],
    ['618大促', ['618 = 618 count']],
    ['315晚会', ['315 = 315 count']],
    ['2025-26赛季', ['2025-26']],
    ['2025/26赛季', ['2025/26']],
    ['3月份', ['3月份 = NaN date --03']],
    ['明年3月', ['3月 = NaN date --03']],
    ['25年营收', ['25年 = 25 duration 年']],
    ['25年11月', ['25年11月 = 2025 date 2025-11']],
    ['2025年5月1日起', ['2025年5月1日 = 2025 date 2025-05-01']],
    ['5月1日-5日', ['5月1日 = NaN date --05-01', '5日 = NaN date ---05']],
    ['11月30号', ['11月30号 = NaN date --11-30']],
    ['5号线', ['5 = 5 count']],
    ['民國114年', ['114年 = 2025 date 2025']],
    ['1949年', ['1949年 = 1949 date 1949']],
    ['百年', []],
    ['2000多年前', ['2000多年 = 2000 duration 年 over']],
    ['2025年11月30日（周日）', ['2025年11月30日 = 2025 date 2025-11-30']],
    ['周三20:30', ['20:30']],
    ['2026.1', ['2026.1 = 2026.1 count']],
    ['2025年12月', ['2025年12月 = 2025 date 2025-12']],
    ['2025 年 12 月 3 日', ['2025 年 12 月 3 日 = 2025 date 2025-12-03']],
    ['2021至2025年', ['2021 = 2021 date 2021', '2025年 = 2025 date 2025']],
    ['二○○一年一月', ['二○○一年一月 = 2001 date 2001-01']],
    ['凌晨1点多钟', ['1点多钟']],
    ['1日8时12月31日', ['1日 = NaN date ---01', '8时', '12月31日 = NaN date --12-31']],
    ['3·15晚会', ['3·15 = NaN date --03-15']],
    ['连续三季度，前3季度', ['3 = 3 count']],
    ['第3天，第5年', ['3天 = 3 count', '5年 = 5 count']],
    ['财联社2月25日电', ['2月25日 = NaN date --02-25']],
    ['03年男生', ['03年 = 2003 date 2003']],
    ['2010 -2020 年', ['2010 = 2010 count', '2020 年 = 2020 date 2020']],
    // the points of a list have numbers, and are no scores
    ['理由1:3个人，理由2：5点', ['1 = 1 count', '3 = 3 count', '2 = 2 count', '5 = 5 count']],
    ['阶段1:2025年', ['1 = 1 count', '2025年 = 2025 date 2025']],
    ['占比:20%', ['20% = 20 percent %']],
    ['比分3：2', ['3：2']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });
});
