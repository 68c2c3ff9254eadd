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
