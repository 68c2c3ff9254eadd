/** Whom and what a deed is done to, without the words beside it that say when, how, by how much or what became of it. */
import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function told(text: string): string[] {
  return extractEvents(text, tokenizer.segment(text), { postDay: '2027-01-05' }).map(
    ({ type, modality, actor, object, date }) =>
      [type, modality, actor?.canonical ?? actor?.text, object?.text, date].filter(Boolean).join(' '),
  );
}

describe('an object', () => {
  test.each<[string, string]>([
    ['Apple acquired Mistral yesterday', 'acquisition statement Apple Mistral 2027-01-04'],
    ['Apple acquired Mistral earlier today', 'acquisition statement Apple Mistral 2027-01-05'],
    ['Apple acquired Mistral tonight', 'acquisition statement Apple Mistral 2027-01-05'],
    ['Apple acquired Mistral recently', 'acquisition statement Apple Mistral'],
    ['Apple acquired Mistral outright', 'acquisition statement Apple Mistral'],
    ['Apple acquired Mistral this morning', 'acquisition statement Apple Mistral'],
    ['Meta sued Apple earlier this week', 'lawsuit statement Meta Apple'],
    ['Google launched Gemini 4 quietly', 'release statement Google Gemini 4'],
    ['OpenAI released GPT-7 overnight', 'release statement OpenAI GPT-7'],
    ['软银向 Anthropic 追加投资 100 亿美元', 'investment statement SoftBank Anthropic'],
    ['软银向 Anthropic 额外投资 100 亿美元', 'investment statement SoftBank Anthropic'],
    ['微软向 OpenAI 增加投资 100 亿美元', 'investment statement Microsoft OpenAI'],
    ['阿里云下调 Qwen-Max 价格 60%', 'price_change statement Alibaba Cloud Qwen-Max 价格'],
    ['阿里云上调 GPU 租赁价格 20%', 'price_change statement Alibaba Cloud GPU 租赁价格'],
    ['Adobe 收购 Figma 告吹', 'acquisition negation Adobe Figma'],
    ['高通收购恩智浦的计划流产', 'acquisition negation Qualcomm 恩智浦'],
    ['英伟达收购 Arm 失败', 'acquisition negation Nvidia Arm'],
    ['英伟达收购 Arm 的交易告吹', 'acquisition negation Nvidia Arm'],
    ["Nvidia's deal to acquire Arm collapsed", 'acquisition negation Nvidia Arm'],
    ["Broadcom's bid to acquire Qualcomm failed", 'acquisition negation Broadcom Qualcomm'],
    ["Adobe's deal to buy Figma fell through", 'acquisition negation Adobe Figma'],
    ["Nvidia's deal to acquire Arm is off", 'acquisition negation Nvidia Arm'],
    ['百度暂停文心一言收费', 'monetization negation Baidu 文心一言'],
    ['网易暂停《逆水寒》收费', 'monetization negation NetEase 逆水寒'],
    ['字节跳动停止豆包收费', 'monetization negation ByteDance 豆包'],
    ['百度宣布文心一言收费', 'monetization statement Baidu 文心一言'],
  ])('%s', (text, event) => {
    expect(told(text)).toEqual([event]);
  });
});

describe('what is told about a deed is no part of its object', () => {
  test.each<[string, string[]]>([
    ['OpenAI发布GPT-6前夕', ['release plan OpenAI GPT-6']],
    ['OpenAI发布GPT-6在即', ['release plan OpenAI GPT-6']],
    ['索尼发布PS6前夜', ['release plan Sony PS6']],
    ['华为发布Mate 80引爆网络', ['release statement Huawei Mate 80']],
    ['OpenAI发布GPT-6太慢', ['release statement OpenAI GPT-6']],
    ['OpenAI发布GPT-6引热议', ['release statement OpenAI GPT-6']],
    ['OpenAI发布GPT-6直播回放', ['release statement OpenAI GPT-6']],
    ['OpenAI发布GPT-6一周年', []],
    ['苹果收购 Mistral 五周年', []],
    ['苹果收购 Mistral 一事', ['acquisition statement Apple Mistral']],
    ['苹果收购 Mistral 的始末', ['acquisition statement Apple Mistral']],
    ['OpenAI has not released GPT-6 yet', ['release negation OpenAI GPT-6']],
    ['Google launches Gemini 5 hours after OpenAI', ['release statement Google Gemini']],
    ['阿里任命张三为CFO', ['personnel statement Alibaba 张三']],
    ['Meta任命王五为首席科学家', ['personnel statement Meta 王五']],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('who does it', () => {
  test.each<[string, string[]]>([
    ['Anthropic而非OpenAI收购了Wiz', ['acquisition statement Anthropic Wiz']],
    ['Anthropic而不是OpenAI收购了Wiz', ['acquisition statement Anthropic Wiz']],
    ['英伟达并非AMD收购了Groq', ['acquisition statement Nvidia Groq']],
    ['英伟达并非收购了Groq', ['acquisition negation Nvidia Groq']],
    ['不是苹果收购了 Mistral', ['acquisition negation Apple Mistral']],
    [
      '谷歌在OpenAI发布GPT-6后发布Gemini 5',
      ['release statement OpenAI GPT-6', 'release statement Google Gemini 5'],
    ],
    [
      '微软在谷歌收购Wiz当天收购了Groq',
      ['acquisition statement Google Wiz', 'acquisition statement Microsoft Groq'],
    ],
    [
      '百度在阿里开源Qwen 5翌日，开源文心6',
      ['open_source statement Alibaba Qwen 5', 'open_source statement Baidu 文心6'],
    ],
    [
      'Google, after OpenAI launched GPT-6, releases Gemini 5',
      ['release statement OpenAI GPT-6', 'release statement Google Gemini 5'],
    ],
    ['苹果出售 Mistral 的股份', ['investment statement Apple Mistral 的股份']],
    ['英伟达出售H20给中国客户', []],
    ['台积电出售3nm产能', []],
    ['苹果出售翻新iPhone 18', []],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

test('who sues is cited by no one', () => {
  for (const text of ['纽约时报起诉OpenAI', 'OpenAI被华尔街日报起诉', '路透社起诉Perplexity']) {
    const [event] = extractEvents(text, tokenizer.segment(text));
    expect([event?.type, event?.attribution]).toEqual(['lawsuit', undefined]);
  }
});
