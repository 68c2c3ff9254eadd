import { bracketEmoticonEnd } from '../../text/bracket-emoticon.js';
import { isHanUnit } from '../../text/unit-kinds.js';
import { UnitText } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';

/** Emoticons of Han alone, by which no place or other tag in brackets is taken for one. */
const ofHan = new WordSet(
  '微笑 可爱 太开心 鼓掌 嘻嘻 哈哈 挤眼 馋嘴 黑线 汗 挖鼻 挖鼻屎 哼 怒 怒骂 委屈 可怜 失望 悲伤 泪 允悲 苦涩 害羞 爱你 亲亲 抱抱 色 憧憬 舔屏 坏笑 阴险 偷笑 ' +
    '酷 并不简单 思考 疑问 费解 晕 衰 骷髅 嘘 闭嘴 傻眼 吃惊 吐 感冒 生病 拜拜 鄙视 白眼 左哼哼 右哼哼 抓狂 顶 困 打哈气 哈欠 睡 睡觉 钱 互粉 心 伤心 鲜花 玫瑰 ' +
    '凋谢 男孩儿 女孩儿 握手 赞 赞啊 作揖 弱 不要 来 拳头 加油 抱拳 中国赞 给力 威武 吃瓜 二哈 喵喵 熊猫 兔子 猪头 草泥马 奥特曼 蜡烛 蛋糕 干杯 话筒 礼物 围观 ' +
    '浮云 太阳 月亮 微风 流泪 大哭 破涕为笑 捂脸 裂开 旺柴 呲牙 调皮 得意 尴尬 发怒 惊讶 抠鼻 奸笑 嘿哈 机智 耶 皱眉 社会社会 苦笑 摊手 跪了 酸 ' +
    '求饶 哇 色眯眯 呵呵 失落 花心 笑哈哈 做鬼脸 爱心 比心 撒花 庆祝 强 合十 天啊 翻白眼 叹气 恐惧 流汗 愉快 撇嘴 发呆 难过 无语 心碎 憨笑 吐舌 可怜巴巴',
);

/** Units of the longest one with its brackets, and one behind it. */
const LONGEST = 15;
/** What is read at a bracket. Texts are many, and a reader of each would be much garbage. */
const reader = new UnitText();

/**
 * A text without the emoticons in brackets that stand within it or at its end: [doge], [笑cry], [泪]. Those that open it may be all
 * that it says, or a head. O(n) where it has a bracket.
 */
export function withoutEmoticons(text: string): string {
  let open = text.indexOf('[');
  if (open < 0) return text;
  let from = 0;
  let rest = '';
  let isOpening = text.slice(0, open).trim() === '';
  while (open >= 0) {
    const length = emoticonLength(text, open);
    let end = open + length;
    if (length === 0) end++;
    else if (!isOpening) {
      rest += `${text.slice(from, open)} `;
      from = end;
    }
    const next = text.indexOf('[', end);
    isOpening &&= length > 0 && next === end;
    open = next;
  }
  return from === 0 ? text : rest + text.slice(from);
}

/** Units of the emoticon that begins here; 0 if none does. */
function emoticonLength(text: string, open: number): number {
  reader.read(text.slice(open, open + LONGEST));
  const length = bracketEmoticonEnd(reader, 0);
  for (let at = 1; at < length - 1; at++) if (!isHanUnit(reader.charCodeAt(at))) return length;
  return ofHan.hasSlice(reader, 1, length - 1) ? length : 0;
}
