import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const canonicals = (text: string): string[] =>
  tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

describe('a model counts under one name', () => {
  it.each(
    Object.entries({
      'Kimi K4': 'Kimi K4|kimi k4|KIMI-K4|Kimi-K4|kimik4|Ｋｉｍｉ Ｋ４',
      'Kimi K4 Thinking': 'Kimi K4 Thinking|kimi-k4-thinking|Kimi-K4-Thinking',
      'Kimi 4 Pro': 'Kimi4Pro|Kimi 4 Pro|kimi-4-pro',
      'Gemini 4 Flash':
        'Gemini 4 Flash|gemini-4-flash|gemini 4 flash|Gemini4 Flash|Gemini4Flash|GEMINI 4 FLASH',
      'Gemini 4 Pro': 'Gemini4Pro|gemini 4 pro|gemini-4-pro',
      'Gemini 4 Flash-Lite': 'Gemini 4 Flash-Lite|gemini-4-flash-lite|Gemini 4 Flash Lite',
      'Qwen4-Max': 'Qwen4-Max|Qwen4 Max|qwen4-max|Qwen 4 Max|qwen-4-max|Qwen4Max|千问4-Max|QWEN4-MAX',
      'Qwen4-72B-Instruct':
        'Qwen4-72B-Instruct|qwen4-72b-instruct|Qwen4 72B Instruct|Qwen/Qwen4-72B-Instruct',
      'Llama 5 70B': 'Llama 5 70B|llama-5-70b|Llama-5-70B|llama5 70b|Llama5-70B',
      'Llama 5 Scout': 'Llama 5 Scout|Llama5Scout|llama-5-scout',
      'GPT-6 mini': 'GPT-6 mini|gpt-6-mini|GPT 6 Mini|gpt6 mini|GPT-6-Mini|GPT6mini',
      'GPT-6': 'GPT-6|gpt6|GPT 6|gpt-6-2026-11-20|GPT‑6',
      'GPT-Image-3': 'GPT-Image-3|gpt-image-3|GPT Image 3',
      'MiniMax M4': 'MiniMax M4|MiniMax-M4|minimax m4|minimax-m4',
      'DeepSeek-V5': 'DeepSeek-V5|DeepSeek V5|deepseek v5|DeepSeekV5|deepseek-v5|DEEPSEEK V5',
      'DeepSeek-V5.2-Exp': 'DeepSeek-V5.2-Exp|deepseek-v5.2-exp|DeepSeek V5.2 Exp',
      'Claude Opus 6.5':
        'Claude Opus 6.5|Opus 6.5|claude-opus-6-5|Claude 6.5 Opus|claude-6-5-opus|claude-opus-6-5-20270101',
      'Claude Opus 6': 'Claude6Opus|Claude 6 Opus|Claude Opus 6|claude-opus-6',
      'Claude Opus 4.5':
        'claude-opus-4-5|claude-opus-4-5[1m]|Opus 4.5|claude-opus-4-5-20251101|Claude 4.5 Opus|claude-4.5-opus',
      'Claude Opus 4.1': 'claude-opus-4-1|claude-opus-4-1-20250805',
      'Claude Opus 4.6': 'claude-opus-4-6|Claude 4.6 Opus',
      'Claude Sonnet 4.5': 'claude-sonnet-4-5|Claude 4.5 Sonnet|Claude-4.5-Sonnet|Sonnet 4.5',
      'Claude Sonnet 4.6': 'claude-sonnet-4-6|Sonnet 4.6',
      'Claude Haiku 4.5': 'claude-haiku-4-5|claude-haiku-4-5-20251001',
      'Claude 3.5 Sonnet': 'claude-3-5-sonnet|claude-3-5-sonnet-20241022|Claude 3.5 Sonnet',
      'Claude 3.7 Sonnet': 'claude-3-7-sonnet|Claude 3.7 Sonnet',
      'Claude 3.5 Haiku': 'claude-3-5-haiku|Claude 3.5 Haiku',
      'Gemini 2.5 Pro': 'gemini-2-5-pro|gemini-2.5-pro|Gemini2.5Pro',
      'o6-mini': 'o6-mini|O6-mini|o6 mini|O6 mini',
      'GLM-6-Air': 'GLM-6-Air|glm 6 air|GLM 6 Air|GLM6Air|glm-6-air',
      'Grok 6 Fast': 'Grok 6 Fast|grok 6 fast|grok-6-fast|Grok6 Fast',
      'Grok 6 Heavy': 'Grok 6 Heavy|Grok6Heavy',
      'Kling 4.0': '可灵4|Kling 4|可灵 4|kling4|可灵大模型4|Kling AI 4|可灵4.0|Kling-4.0',
      'Kling 3.5 Pro': '可灵3.5Pro|可灵3.5 Pro|Kling 3.5 Pro',
      'ERNIE 5.5': '文心5.5|ERNIE 5.5|文心大模型5.5|ernie-5.5',
      'ERNIE 5.0 Turbo': '文心5Turbo|ERNIE 5 Turbo|文心5.0 Turbo',
      'Doubao 2.5': '豆包2.5|Doubao 2.5|豆包 2.5|豆包大模型2.5',
      'Doubao 2.5 Pro': '豆包2.5Pro|豆包2.5 Pro|Doubao 2.5 Pro|豆包2.5-pro',
      'Hunyuan T2': '混元T2|Hunyuan T2|混元-T2|腾讯混元T2',
      'Hunyuan 2.5 Turbo': '混元2.5Turbo|Hunyuan 2.5 Turbo',
      Qwen4: '千问4|Qwen4|通义千问4|Qwen 4|qwen-4',
      'Baichuan-M4': '百川M4|Baichuan M4|Baichuan-M4',
      'Jimeng 5.5': '即梦5.5|Jimeng 5.5',
      'Pangu 6.5': '盘古6.5|Pangu 6.5|盘古大模型6.5',
      'Pangu 5.0 Max': '盘古5Max|盘古大模型5 Max|盘古5.0 Max',
      'Grok 5 0709': 'Grok 5 0709|Grok-5-0709|grok 5 0709',
      'Qwen4-Max-0919': 'Qwen4 Max 0919|Qwen4-Max-0919',
      'Mistral Small 2606': 'Mistral Small 2606|mistral-small-2606',
      'Codestral 2608': 'Codestral 2608|codestral-2608',
      'Gemini Exp 1206': 'Gemini Exp 1206|gemini-exp-1206',
      'Kimi K2-0905': 'Kimi K2 0905|Kimi-K2-0905',
      'DeepSeek-R1-32B': 'deepseek-r1:32b|DeepSeek-R1-32B',
      'Qwen3-30B-A3B': 'qwen3:30b-a3b|Qwen3-30B-A3B',
      'Doubao-Seed-2.5-Pro': '豆包-Seed-2.5-Pro|Doubao-Seed-2.5-Pro',
      'WuDao 4.0': '悟道4.0|WuDao 4.0',
      'GPT-6 nano': 'GPT-6.0 nano|GPT 6 nano',
      'Gemini 3 Pro': 'Gemini 3.0 Pro|Gemini 3 Pro|gemini-3.0-pro',
      'Gemini 2.0 Flash': 'Gemini 2 Flash|Gemini 2.0 Flash|gemini-2-flash',
      'Claude Opus 4': 'Claude Opus 4.0|Opus 4.0|Claude 4.0 Opus',
      'DeepSeek-V3': 'DeepSeek V3.0|DeepSeek-V3',
      'Kimi K2': 'Kimi K2.0|Kimi K2',
      'Sora 2': 'Sora 2.0|Sora 2',
      'ERNIE 5.0': '文心5|文心5.0|ERNIE 5',
      'Seedance 2.0': 'Seedance 2|Seedance 2.0',
      'EXAONE 4.0': 'EXAONE 4|EXAONE 4.0',
      'Doubao-1.5-pro': '豆包1.5 Pro|豆包1.5-Pro|Doubao 1.5 Pro|豆包1.5Pro',
      'Doubao 1.5 Lite': '豆包1.5 Lite|Doubao 1.5 Lite',
      'Seedance 1.5 Lite': 'Seedance 1.5 Lite',
      'Claude 3.7 Max': 'Claude 3.7 Max',
      'DeepSeek-LLM-67B-Chat': 'DeepSeek 67B Chat|DeepSeek LLM 67B Chat',
      'Spark 5 Ultra': '星火5Ultra|讯飞星火5 Ultra',
      'SenseNova V8': '日日新V8|SenseNova V8|sensenova-v8',
      'FLUX.3': 'FLUX.3|FLUX 3|flux-3',
      YOLOv14: 'YOLOv14|yolov14|YOLO v14',
      'Suno v6': 'Suno v6|Suno V6|suno-v6',
      'Gemma 4n': 'Gemma 4n|gemma-4n|GEMMA 4N',
      'Mixtral 8x30B': 'Mixtral 8x30B|mixtral-8x30b|MIXTRAL 8X30B',
      'Hermes 5 405B': 'Hermes 5 405B|Hermes-5-405B',
      Hy3: '混元3|混元 3|Hunyuan 3|Hy3|腾讯混元3|腾讯混元3.0',
      'Hy3 Pro': '混元3 Pro|Hunyuan 3 Pro|混元大模型3 Pro',
      'Kolors 3': '可图大模型3|可图大模型 3|Kolors 3',
      Kling: '可灵|可灵大模型|Kling|快手可灵',
      Loihi: 'Loihi|loihi',
      'Gemini Ultra': 'Gemini Ultra',
    }),
  )('%s', (canonical, spellings) => {
    for (const spelling of spellings.split('|')) {
      expect([spelling, ...canonicals(`发布${spelling}，很强`)]).toEqual([spelling, canonical]);
    }
  });

  it.each([
    'GPT-6 2024年',
    'Kimi K4 2000万',
    'Grok 6 1000 users',
    'Mistral Small 3000美元',
    'Qwen5 1206次',
    'qwen5:2',
  ])('an amount is no day: %s', (text) => {
    expect(tokenizer.segment(text)[0]?.text).not.toMatch(/\d{4}|:/u);
  });

  it('a guessed name is known in Chinese where its family is', () => {
    expect(tokenizer.segment('Doubao 2.5 Pro')[0]?.term).toEqual({
      canonical: 'Doubao 2.5 Pro',
      category: 'model',
      chinese: '豆包2.5 Pro',
      guessed: true,
      maker: 'ByteDance',
    });
  });

  it.each([
    ['Opus 6 Sonnet 6 都发布', ['Claude Opus 6', 'Claude Sonnet 6']],
    ['Opus 5 Haiku 5', ['Claude Opus 5', 'Claude Haiku 5']],
    ['Sonnet 5 Opus 5 Haiku 5', ['Claude Sonnet 5', 'Claude Opus 5', 'Claude Haiku 5']],
    ['Claude 5 Sonnet 5 Haiku 5', ['Claude 5', 'Claude Sonnet 5', 'Claude Haiku 5']],
    ['Claude Code 3 Codex 2', ['Claude Code 3', 'Codex 2']],
    ['GPT-6 Codex 2', ['GPT-6', 'Codex 2']],
    ['Opus 4.5 Sonnet 4.5', ['Claude Opus 4.5', 'Claude Sonnet 4.5']],
    ['Gemini 4 Codex 3', ['Gemini 4', 'Codex 3']],
  ])('the next name is no variant: %s', (text, expected) => {
    expect(canonicals(text)).toEqual(expected);
  });

  it.each(['is grok 6 fast enough', 'my glm 6 air is out', 'how does grok 6 fast work'])(
    'an English sentence goes on behind a version: %s',
    (text) => {
      expect(canonicals(text)).not.toContain('Grok 6 Fast');
      expect(canonicals(text)).not.toContain('GLM-6-Air');
    },
  );

  it.each([
    ['Gemini  3  Pro', 'Gemini 3 Pro'],
    ['Claude  Opus 4.5', 'Claude Opus 4.5'],
    ['GPT  5', 'GPT-5'],
    ['Hugging  Face', 'Hugging Face'],
    ['Gemini\t3 Pro', 'Gemini 3 Pro'],
    ['Kimi   K4  Thinking', 'Kimi K4 Thinking'],
    ['Apple\tWatch', 'Apple Watch'],
    ['Qwen4 \t Max', 'Qwen4-Max'],
  ])('more than one space is one: %j', (text, canonical) => {
    expect(tokenizer.segment(text)).toMatchObject([{ text, term: { canonical } }]);
  });

  it('a name does not go on over the end of a line', () => {
    expect(tokenizer.segment('Gemini\n3 Pro')[0]?.text).toBe('Gemini');
    expect(canonicals('Hugging\nFace')).toEqual([]);
    expect(canonicals('Hugging \n Face')).toEqual([]);
  });
});

describe('a device or a chip counts under one name', () => {
  it.each(
    Object.entries({
      'Core i9-15900K': 'i9-15900K|i9 15900K|Core i9-15900K|Core i9 15900K|酷睿i9-15900K|酷睿 i9 15900K',
      'Ryzen 9 11950X3D': '锐龙9 11950X3D|R9 11950X3D|Ryzen 9 11950X3D',
      'RTX 6080 Ti': 'RTX 6080 Ti|RTX6080Ti|rtx6080ti|RTX6080 TI|GeForce RTX 6080 Ti',
      'Mate 90': 'Mate 90|华为Mate90|Huawei Mate 90|mate90',
      'Mate 80': '华为Mate 80|Huawei Mate80|Mate80',
      'Honor Magic9 Pro': '荣耀Magic9 Pro|Honor Magic 9 Pro|Magic9 PRO|荣耀 Magic 9 pro',
      'OPPO Find X10': 'OPPO Find X10|Find X10|FindX10',
      'Redmi Note 17': '红米Note17|红米 Note 17|Redmi Note 17',
      'iPhone 19 Pro Max': 'iPhone 19 Pro Max|iPhone19 Pro Max|iphone19promax|iPhone19ProMax',
      'iOS 28.1': 'iOS 28.1|iOS28.1',
      'Galaxy S28 Ultra': '三星Galaxy S28 Ultra|Samsung Galaxy S28 Ultra|Galaxy S28 ultra',
      'Pixel 13': 'Pixel 13|Google Pixel 13|谷歌Pixel 13',
      'Switch 2': 'Switch 2|Nintendo Switch 2|任天堂Switch 2',
      'Apple A19 Pro': 'A19 Pro|Apple A19 Pro|苹果A19 Pro',
      MI600: 'MI600|AMD MI600|Instinct MI600|AMD Instinct MI600',
      SU7: 'SU7|小米SU7|Xiaomi SU7',
    }),
  )('%s', (canonical, spellings) => {
    for (const spelling of spellings.split('|')) {
      expect([spelling, ...canonicals(`发布${spelling}，很强`)]).toEqual([spelling, canonical]);
    }
  });
});
