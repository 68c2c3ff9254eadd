import { seededRandom } from '../../src/base/random.js';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { defaultFontSync } from '../../src/cloud/index.js';

/** A word with the size at which every layout has to place it. */
export interface SizedWord {
  readonly text: string;
  readonly weight: number;
  readonly size: number;
}

const han =
  '模型智能数据推理训练开源发布产品芯片机器学习语音图像视频应用平台公司研究技术市场用户安全能力工具系统';
const latin = [
  'Agent',
  'OpenAI',
  'GPT',
  'Claude',
  'Token',
  'API',
  'Gemini',
  'DeepSeek',
  'Qwen',
  'LLM',
  'RAG',
  'MCP',
];

/**
 * Made-up words of 2 to 4 Chinese characters, one in five Latin, with Zipf weights. Sizes go with the square root of
 * the weight and are scaled so that the boxes of all words fill the given share of the picture.
 */
export function sizedWords(count: number, width: number, height: number, fill: number): SizedWord[] {
  const random = seededRandom(20261123);
  const words = Array.from({ length: count }, (_, rank) => {
    let text = '';
    if (random() < 0.2) text = `${latin[Math.floor(random() * latin.length)]}${rank}`;
    else
      for (let length = 2 + Math.floor(random() * 3); length > 0; length--)
        text += han[Math.floor(random() * han.length)];
    return { text, weight: 1 / (rank + 4), relative: Math.sqrt(4 / (rank + 4)) };
  });
  const fonts = [defaultFontSync()];
  const boxes = words.map(({ text, relative }) => {
    const { xMin, xMax, yMin, yMax } = shapeWord(text, fonts).bounds;
    return (xMax - xMin) * (yMax - yMin) * relative * relative;
  });
  const largest = Math.sqrt((fill * width * height) / boxes.reduce((sum, box) => sum + box, 0));
  return words.map(({ text, weight, relative }) => ({
    text,
    weight,
    size: Math.max(6, Math.round(largest * relative)),
  }));
}
