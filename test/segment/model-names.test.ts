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
    ['AirPods Pro', 'AirPods Pro'],
    ['Ryzen AI Max+ PRO 495', 'Ryzen AI Max+ PRO 495'],
    ['A19芯片', 'Apple A19'],
    ['HBM4', 'HBM4'],
    ['昇腾910C', 'Ascend 910C'],
    ['M3 Ultra', 'Apple M3 Ultra'],
    ['Vera Rubin NVL144', 'Vera Rubin NVL144'],
    ['RX 9070 XT', 'RX 9070 XT'],
    ['LongCat-Flash-Thinking-2601', 'LongCat-Flash-Thinking-2601'],
    ['Reka Flash 4', 'Reka Flash 4'],
    ['MiniMax-M3', 'MiniMax M3'],
    ['Codex CLI 0.128.0', 'Codex CLI 0.128.0'],
    ['Claude-6-Opus', 'Claude Opus 6'],
    ['Kling AI 4.0', 'Kling 4.0'],
    ['grok-code-fast-2', 'Grok Code Fast 2'],
    ['RTX5070Ti', 'RTX 5070 Ti'],
    ['RTX 6090 Ti', 'RTX 6090 Ti'],
    ['o5 pro', 'o5-pro'],
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

describe('models, devices and programs of next year', () => {
  it.each([
    ['阿里发布Qwen5-Max-Thinking模型', ['Qwen5-Max-Thinking']],
    ['Claude Opus 5.5 is out', ['Claude Opus 5.5']],
    ['豆包2.5-pro上线', ['豆包2.5-pro']],
    ['GPT-6来了', ['GPT-6']],
    ['GPT-5.5-Codex-Max刷新记录', ['GPT-5.5-Codex-Max']],
    ['Gemini 4 Ultra vs GPT-6', ['Gemini 4 Ultra', 'GPT-6']],
    ['Gemini 3.5 Flash-Lite便宜', ['Gemini 3.5 Flash-Lite']],
    ['DeepSeek-V5开源', ['DeepSeek-V5']],
    ['DeepSeek V4.2-Exp', ['DeepSeek V4.2-Exp']],
    ['Kimi K3 Thinking', ['Kimi K3 Thinking']],
    ['GLM-5.5V多模态', ['GLM-5.5V']],
    ['MiniMax-M3.5开源', ['MiniMax-M3.5']],
    ['Grok 6 Heavy', ['Grok 6 Heavy']],
    ['Llama 5 Maverick', ['Llama 5 Maverick']],
    ['Mistral Large 4发布', ['Mistral Large 4']],
    ['文心6.0正式发布', ['文心6.0']],
    ['文心大模型6.0', ['文心大模型6.0']],
    ['混元3.0-T1', ['混元3.0-T1']],
    ['盘古大模型7.0', ['盘古大模型7.0']],
    ['讯飞星火X2', ['讯飞星火X2']],
    ['Step-4模型', ['Step-4']],
    ['Hunyuan-A13B', ['Hunyuan-A13B']],
    ['Seedance 2.5 Pro生成视频', ['Seedance 2.5 Pro']],
    ['Veo 4对比Sora 3', ['Veo 4', 'Sora 3']],
    ['Nano Banana 3 Pro', ['Nano Banana 3 Pro']],
    ['可灵3.5全量上线', ['可灵3.5']],
    ['Kling O2', ['Kling O2']],
    ['通义万相3.0', ['通义万相3.0']],
    ['海螺3.5', ['海螺3.5']],
    ['Midjourney V9', ['Midjourney V9']],
    ['FLUX.3发布', ['FLUX.3']],
    ['o5-mini和o5-pro', ['o5-mini', 'o5-pro']],
    ['gpt-oss-240b', ['gpt-oss-240b']],
    ['Phi-5-mini', ['Phi-5-mini']],
    ['Gemma 4n', ['Gemma 4n']],
    ['Nemotron 4 Ultra', ['Nemotron 4 Ultra']],
    ['ERNIE 6.0', ['ERNIE 6.0']],
    ['通义千问4', ['通义千问4']],
    ['千问4-Max', ['千问4-Max']],
    ['腾讯混元2.5', ['腾讯混元2.5']],
    ['Claude Sonnet 5 Thinking', ['Claude Sonnet 5 Thinking']],
    ['claude-opus-5-5-20261101', ['claude-opus-5-5-20261101']],
    ['gemini-4-pro-preview-11-2026', ['gemini-4-pro-preview-11-2026']],
    ['grok-5-fast-reasoning', ['grok-5-fast-reasoning']],
    ['RTX 6090 Ti显卡', ['RTX 6090 Ti']],
    ['昇腾970芯片', ['昇腾970']],
    ['骁龙8 Elite Gen 6', ['骁龙8 Elite Gen 6']],
    ['天玑9600', ['天玑9600']],
    ['TPU v8', ['TPU v8']],
    ['iPhone 18 Pro Max', ['iPhone 18 Pro Max']],
    ['华为Mate 90 Pro+', ['华为Mate 90 Pro+']],
    ['小米18 Ultra', ['小米18 Ultra']],
    ['Vision Pro 2', ['Vision Pro 2']],
    ['小鹏P7+', ['小鹏P7+']],
    ['问界M9', ['问界M9']],
    ['理想i8', ['理想i8']],
    ['极氪9X', ['极氪9X']],
    ['小米SU7 Ultra', ['小米SU7 Ultra']],
    ['Optimus V3', ['Optimus V3']],
    ['宇树G2', ['宇树G2']],
    ['Unitree H3', ['Unitree H3']],
    ['Windows 12', ['Windows 12']],
    ['HarmonyOS 7.0', ['HarmonyOS 7.0']],
    ['鸿蒙OS 7', ['鸿蒙OS 7']],
    ['iOS 27.1 beta 2', ['iOS 27.1 beta 2']],
    ['macOS 27', ['macOS 27']],
    ['Python 3.15', ['Python 3.15']],
    ['PyTorch 3.0', ['PyTorch 3.0']],
    ['CUDA 14.1', ['CUDA 14.1']],
    ['Android 17', ['Android 17']],
    ['Node.js 26', ['Node.js 26']],
    ['Ubuntu 26.04 LTS', ['Ubuntu 26.04 LTS']],
    ['AI 2.0时代', ['AI']],
    ['工业4.0', ['工业4.0']],
    ['Wi-Fi 8', ['Wi-Fi 8']],
    ['Claude Code 3.0', ['Claude Code 3.0']],
    ['Cursor 3', ['Cursor 3']],
    ['Codex CLI 1.2', ['Codex CLI 1.2']],
    ['Suno V6', ['Suno V6']],
    ['Seedream 5.5', ['Seedream 5.5']],
    ['Qwen4-Next-80B-A3B-Instruct', ['Qwen4-Next-80B-A3B-Instruct']],
    ['Qwen3.5-Omni-Flash', ['Qwen3.5-Omni-Flash']],
    ['Qwen-Image-3.0', ['Qwen-Image-3.0']],
    ['DeepSeek-OCR-3', ['DeepSeek-OCR-3']],
    ['DeepSeek-Math-V3', ['DeepSeek-Math-V3']],
    ['LongCat-Flash-Thinking-2611', ['LongCat-Flash-Thinking-2611']],
    ['Ling-2.5-1T', ['Ling-2.5-1T']],
    ['Ring-3.0-1T', ['Ring-3.0-1T']],
    ['MiMo-V3-Flash', ['MiMo-V3-Flash']],
    ['InternVL5-78B', ['InternVL5-78B']],
    ['ChatGPT Atlas', ['ChatGPT Atlas']],
    ['GPT-Image-3', ['GPT-Image-3']],
    ['GPT‑5.5（非断字连字符）', ['GPT‑5.5']],
    ['GPT5.5Pro', ['GPT5.5Pro']],
    ['gpt5 mini', ['gpt5 mini']],
    ['ＧＰＴ－６', ['ＧＰＴ－６']],
    ['Opus 5.5真香', ['Opus 5.5']],
    ['Sonnet 6比Opus 5强', ['Sonnet 6', 'Opus 5']],
    ['用GPT-6.5写代码', ['GPT-6.5']],
    ['Gemini 3用户超过5亿', ['Gemini 3']],
    ['Kimi 3月更新', ['Kimi']],
    ['豆包3亿用户', ['豆包']],
    ['小米15万元起', ['小米']],
    ['GPT-5之后是GPT-6、GPT-7', ['GPT-5', 'GPT-6', 'GPT-7']],
    ['GPT-4o/4.1/o3', ['GPT-4o']],
    ['Claude 3.5/3.7/4', ['Claude 3.5']],
    ['Llama-3.1-405B-Instruct-FP8', ['Llama-3.1-405B-Instruct-FP8']],
    ['deepseek-ai/DeepSeek-V5-Base', ['deepseek-ai/DeepSeek-V5-Base']],
    ['Qwen/Qwen5-235B-A22B', ['Qwen/Qwen5-235B-A22B']],
    ['智谱GLM-6', ['GLM-6']],
    ['阶跃星辰Step 4', ['Step 4']],
    ['百川M4', ['百川M4']],
    ['商汤日日新8.0', ['日日新8.0']],
    ['即梦4.5', ['即梦4.5']],
    ['元宝3.0', ['元宝3.0']],
    ['夸克8.0', ['夸克8.0']],
    ['千问App 4.0', ['千问App 4.0']],
    ['Manus 2.0', ['Manus 2.0']],
    ['特斯拉FSD V15', ['FSD V15']],
    ['神舟二十三号', ['神舟二十三号']],
    ['嫦娥七号', ['嫦娥七号']],
    ['波音737 MAX', ['波音737 MAX']],
    ['GPT-5.1-codex-mini-high', ['GPT-5.1-codex-mini-high']],
    ['claude-haiku-4-5', ['claude-haiku-4-5']],
    ['Gemini 3 Pro Image', ['Gemini 3 Pro Image']],
    ['Gemini-3-Deep-Think', ['Gemini-3-Deep-Think']],
    ['Gemini 3 Deep Think模式', ['Gemini 3 Deep Think']],
    ['Haiku 5不如Sonnet 6', ['Haiku 5', 'Sonnet 6']],
    ['Python 3.5倍加速，用Python 3个月', ['Python']],
    ['小米18 Pro+和华为Mate 90 Pro+', ['小米18 Pro+', '华为Mate 90 Pro+']],
    ['宇树G2与宇树6亿融资', ['宇树G2', '宇树']],
    ['升级vLLM v0.15.2，星舰Starship V3', ['vLLM v0.15.2', 'Starship V3']],
    ['三星Galaxy S27 Ultra', ['三星Galaxy S27 Ultra']],
    ['iPhone 17 Pro+AirPods', ['iPhone 17 Pro', 'AirPods']],
  ])('%s', (text, names) => {
    const terms = tokenizer.segment(text).flatMap((token) => (token.term === undefined ? [] : [token.text]));
    expect(terms).toEqual(expect.arrayContaining(names));
  });

  it('a number behind the name of another is none of a version', () => {
    const terms = (text: string) =>
      tokenizer
        .segment(text)
        .filter(({ kind }) => kind === 'term')
        .map((token) => token.text);
    expect(terms('Sonnet 18首，Magnum Opus')).toEqual([]);
    expect(terms('Python 3.5倍加速')).toEqual(['Python']);
  });

  it('a version of any family may go on with a size and a variant', () => {
    for (const family of tokenizer
      .segment('OLMo 混元 Molmo Qwen Claude GPT 豆包 Kolors')
      .flatMap(({ term }) => term ?? []))
      for (const version of ['3', '2.5']) {
        const name = `${family.canonical} ${version} 32B Think`;
        expect(tokenizer.segment(`用 ${name} 了`).map(({ text }) => text)).toContain(name);
      }
    const [, , , , , , olmo] = tokenizer.segment('You can call Olmo 3 32B Think');
    expect(olmo?.term?.canonical).toBe('OLMo 3 32B Think');
    expect(tokenizer.segment('腾讯混元3 Pro')[0]?.term?.canonical).toBe('Hy3 Pro');
  });
});
