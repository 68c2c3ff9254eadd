import { describe, expect, it } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const companies = (text: string): string[] =>
  extractEntities(text, tokenizer.segment(text))
    .filter(({ category }) => category !== 'percent' && category !== 'date')
    .map(({ text: written, category, canonical }) => `${written} [${category} ${canonical}]`);

describe('legal names of companies', () => {
  it.each([
    ['Tesla, Inc. reported earnings', 'Tesla, Inc [company Tesla]'],
    ['Samsung Electronics Co., Ltd. said profit rose', 'Samsung Electronics Co., Ltd [company Samsung]'],
    ['Honda Motor Co., Ltd. recalled cars', 'Honda Motor Co., Ltd [company Honda]'],
    ['Tencent Holdings Ltd. bought back shares', 'Tencent Holdings Ltd [company Tencent]'],
    ['Goldman Sachs Group Inc. raised its target', 'Goldman Sachs Group Inc [company Goldman Sachs]'],
    ['Micron Technology Inc reported', 'Micron Technology Inc [company Micron]'],
    ['HSBC Holdings Plc. said', 'HSBC Holdings Plc [company HSBC]'],
    ['Siemens AG cut its outlook', 'Siemens AG [company Siemens]'],
    ['Spotify Technology S.A. raised prices', 'Spotify Technology S.A. [company Spotify]'],
    ['Walt Disney Co. rose', 'Walt Disney Co [company Disney]'],
    ['Qualcomm Incorporated raised guidance', 'Qualcomm Incorporated [company Qualcomm]'],
    ['深圳市腾讯计算机系统有限公司起诉', '深圳市腾讯计算机系统有限公司 [company Tencent]'],
    ['中芯国际集成电路制造有限公司公告', '中芯国际集成电路制造有限公司 [company SMIC]'],
    ['特斯拉（上海）有限公司召回', '特斯拉（上海）有限公司 [company Tesla]'],
    ['百度在线网络技术（北京）有限公司成立', '百度在线网络技术（北京）有限公司 [company Baidu]'],
    ['华为技术有限公司中标', '华为技术有限公司 [company Huawei]'],
    ['贵州茅台酒股份有限公司公布年报', '贵州茅台酒股份有限公司 [company Kweichow Moutai]'],
    ['中国移动通信集团有限公司招聘', '中国移动通信集团有限公司 [company China Mobile]'],
    ['台湾积体电路制造股份有限公司营收', '台湾积体电路制造股份有限公司 [company TSMC]'],
    ['北京京东世纪贸易有限公司被罚', '北京京东世纪贸易有限公司 [company JD.com]'],
    ['武汉长江存储科技有限责任公司扩产', '武汉长江存储科技有限责任公司 [company YMTC]'],
  ])('%s is the company that is known', (text, expected) => {
    expect(companies(text)).toEqual([expected]);
  });

  it.each([
    ['the startup Lumora Systems, Inc. said', 'Lumora Systems, Inc'],
    ['Northwind Holdings Ltd filed for bankruptcy', 'Northwind Holdings Ltd'],
    ['shares of Apple Hospitality REIT Inc. rose', 'Apple Hospitality REIT Inc'],
    ['与深圳市汇顶科技股份有限公司签约', '深圳市汇顶科技股份有限公司'],
    ['西安未来星河智能装备有限公司获融资', '西安未来星河智能装备有限公司'],
  ])('%s: a company that no dictionary has keeps its whole name', (text, name) => {
    expect(companies(text)).toEqual([`${name} [company ${name}]`]);
  });

  it('the form alone is no name, what is written like it may be', () => {
    expect(companies('a PLC and an SA')).toEqual([]);
    expect(companies('GK对战AG')).toContain('AG [name AG]');
    expect(companies('an Anthropic Co-Founder said')).toContain('Anthropic [company Anthropic]');
    expect(companies('腾讯投资上海灵犀互娱有限公司')).toEqual([
      '腾讯 [company Tencent]',
      '上海灵犀互娱有限公司 [company 上海灵犀互娱有限公司]',
    ]);
  });
});

describe('other names', () => {
  it.each([
    ['Zhipu raises money', 'Zhipu [company Zhipu AI]'],
    ['JPMorgan Chase cut its forecast', 'JPMorgan Chase [company JPMorgan]'],
    ['J.P. Morgan said', 'J.P. Morgan [company JPMorgan]'],
    ['$TCEHY rises', '$TCEHY [company Tencent]'],
    ['$BILI drops', '$BILI [stock Bilibili]'],
    ['$TM gains', '$TM [company Toyota]'],
    ['3750.HK上市', '3750.HK [company CATL]'],
    ['02513.HK大涨', '02513.HK [company Zhipu AI]'],
    ['南韩总统', '南韩 [place 韩国]'],
    ['三藩市湾区', '三藩市 [place 旧金山]'],
    ['日本国首相', '日本国 [place 日本]'],
    ['以太币大涨', '以太币 [coin Ethereum]'],
    ['Cybertruck recalled', 'Cybertruck [product Cybertruck]'],
  ])('%s', (text, expected) => {
    expect(companies(text)).toEqual([expected]);
  });
});
