import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

/** Names of which most are of nothing that exists yet, in the shapes in which makers name their models. */
const names =
  `Qwen4-72B-Instruct Qwen4-Coder-480B-A35B-Instruct Qwen4-8B-GGUF Qwen4-14B-Q4_K_M Qwen4-8B-Instruct-GPTQ-Int4
Qwen/Qwen4-72B-Instruct deepseek-ai/DeepSeek-V4-Base zai-org/GLM-5.5-FP8 moonshotai/Kimi-K3-Thinking meta-llama/Llama-5-8B
DeepSeek-R2-Distill-Qwen4-32B Llama-3.3-Nemotron-Super-49B-v1.5 NVIDIA-Nemotron-3-Nano-30B-A3B Granite-4.0-H-Small
InternVL3_5-241B-A28B openPangu-R-72B-2512 Zephyr-8b-beta Step-R1-V-Mini o5-mini-high gpt-6-2026-11-20 claude-opus-5-1-20260805
Midjourney_V8.1 Suno_v5.5 PixVerse_V5.6 Pika_3.0 Udio_2.0 Ideogram_4.0 FLUX.3 FLUX_3_Kontext Kling_4.0_Master GPT-5.6_Instant
豆包大模型2.5 混元大模型3.0 可灵大模型4.0 Opus_5.1 Bonsai_8B Cogito_v3_671B SAM_4 Falcon_7B dots.llm2 CogView5 PP-OCRv6`
    .split(/\s+/u)
    .map((name) =>
      name.replaceAll('_', ' ').replace(/Q4 K M|InternVL3 5/u, (part) => part.replaceAll(' ', '_')),
    );

describe('names of models by their shape', () => {
  it.each(names)('%s', (name) => {
    for (const [before, behind] of [
      ['阿里昨晚发布', '，性能大涨'],
      ['用', '写代码'],
      ['We tried ', ' today.'],
      ['“', '”登顶'],
    ] as const) {
      const token = tokenizer.segment(before + name + behind).find(({ start }) => start === before.length);
      expect(token).toMatchObject({ text: name, kind: 'term', term: { category: 'model' } });
    }
  });

  it('a path of a hub counts as the model, and two names beside a slash are two', () => {
    expect(tokenizer.segment('Qwen/Qwen4-72B-Instruct')[0]?.term?.canonical).toBe('Qwen4-72B-Instruct');
    expect(tokenizer.segment('Qwen/DeepSeek-V3').map(({ text }) => text)).toEqual([
      'Qwen',
      '/',
      'DeepSeek-V3',
    ]);
    expect(tokenizer.segment('GPT-5/Claude').map(({ text }) => text)).toEqual(['GPT-5', '/', 'Claude']);
  });

  it.each([
    ['Sonnet 5', 'Anthropic 发布 ', '，编程更强'],
    ['Sonnet 5', '', ' is out, says Anthropic'],
    ['Nova 3 Pro', '亚马逊推出 ', ''],
    ['Step 4', '阶跃星辰的 ', ' 来了'],
    ['Arctic 2', 'Meet Snowflake ', ' today'],
    ['Step 4', '试了 ', ' 模型'],
    ['FLUX.2 [klein]', '', ' 开源'],
    ['书生·浦语4.0', '', '发布'],
    ['商量6.5', '商汤', '上线'],
    ['SWE-2', 'Cognition released ', ''],
    ['RT-3', '谷歌发布', ''],
    ['最终幻想14', '《', '》'],
    ['豆包输入法', '', '的 Mac 版'],
    ['天猫', '用', '买的'],
  ])('%s where the text says so: %s_%s', (name, before, behind) => {
    const token = tokenizer.segment(before + name + behind).find(({ start }) => start === before.length);
    expect(token).toMatchObject({ text: name, kind: 'term' });
  });

  it.each([
    ['o3 o4-mini GPT-4o', 'o3|o4-mini|GPT-4o'],
    ['Imagen 5 Ultra Nano Banana 3 Pro', 'Imagen 5 Ultra|Nano Banana 3 Pro'],
    ['日日新V7 SenseNova V7', '日日新V7|SenseNova V7'],
    ['MiniCPM-V 6.0 MiniCPM5', 'MiniCPM-V 6.0|MiniCPM5'],
    ['Llama 5 H100', 'Llama 5|H100'],
    ['盘古6.0 大模型', '盘古6.0|大模型'],
    ['GPT-6 Claude 7 Gemini 5', 'GPT-6|Claude 7|Gemini 5'],
  ])('those that stand beside each other are apart: %s', (text, expected) => {
    const terms = tokenizer.segment(`对比${text}的表现`).filter(({ kind }) => kind === 'term');
    expect(terms.map((term) => term.text).join('|')).toBe(expected);
  });

  it.each([
    ['iPhone17ProMax', 'iPhone 17 Pro Max'],
    ['iPhone SE 4', 'iPhone SE 4'],
    ['AirPods Pro 2', 'AirPods Pro 2'],
    ['LongCat-Flash-Thinking-2601', 'LongCat-Flash-Thinking-2601'],
    ['Reka Flash 4', 'Reka Flash 4'],
    ['MiniMax-M3', 'MiniMax M3'],
    ['Codex CLI 0.128.0', 'Codex CLI 0.128.0'],
    ['Claude-6-Opus', 'Claude 6-Opus'],
    ['Kling AI 4.0', 'Kling AI 4.0'],
    ['grok-code-fast-2', 'grok-code-fast-2'],
    ['RTX5070Ti', 'RTX 5070 Ti'],
    ['RTX 6090 Ti', 'RTX 6090 Ti'],
    ['o5 pro', 'o5 pro'],
    ['π0.7', 'π0.7'],
    ['YOLOv14', 'YOLOv14'],
  ])('%s counts as %s', (text, canonical) => {
    const terms = tokenizer.segment(`苹果的${text}发布`).filter(({ kind }) => kind === 'term');
    expect(terms.at(-1)?.term?.canonical).toBe(canonical);
  });

  it.each(['o1 visa', 'O1签证', 'O-1 visa'])('%s is no model', (text) => {
    expect(tokenizer.segment(`申请${text}`).find(({ kind }) => kind === 'term')?.term?.canonical).toBe(
      'O-1 visa',
    );
  });

  it.each([
    ['eπ008 上市', 'e'],
    ['Sam 4 kids', 'Sam'],
    ['Falcon 4 birds', 'Falcon'],
    ['GPT-5-powered app', 'GPT-5'],
    ['Claude-OpenAI deal', 'Claude'],
    ['The nova 3 star', 'The'],
    ['Opus 27 by Chopin', 'Opus'],
    ['Step 4: open the door', 'Step'],
    ['claude 3个人用', 'claude'],
    ['GPT-4-2024年', 'GPT-4'],
    ['商量5件事', '商量'],
  ])('no name goes on in %s', (text, first) => {
    expect(tokenizer.segment(text)[0]?.text).toBe(first);
  });
});
