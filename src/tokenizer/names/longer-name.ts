import { unitsOf } from '../../text/unit-table.js';
import { type UnitText, unitAt } from '../../text/unit-text.js';

/** Whether jieba makes text[start, end) one word. */
export type IsWord = (start: number, end: number) => boolean;

/** Surnames, and those of them that are words or parts of words as well. */
const surnames = unitsOf(
  '王李张刘陈杨赵吴周徐孙朱胡郭林罗梁宋许冯邓曹彭肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦方邹熊秦邱尹薛闫段侯陶黎' +
    '贺顾龚邵钱严覃莫孔汤温柯樊霍翁耿殷舒洪季翟阮聂焦俞雷马倪祝梅唐傅尤韩黄景',
);
const wordSurnames = unitsOf('张段余程季夏章叶莫方唐尤韩黄景');
/** With these given names end, and few words begin. The likeliest of jieba's model, and 一东明平文. */
const givenEnds = unitsOf(
  '一东明平文宸媛忠华飞辉瑞禄毅林娜玲洪江祥宁安龙民武轩敏云章昌瑶凯芳岩森伟曼益珍亮隆秀维汉恩仁朗慧诚霖钧亭福延杰康涛宇荣霞丹鹏君伦博诺丽娥' +
    '蓉芬秋泰智泉俊琪翔琳晴菲梅英兰燕萍红艳娟静雪欣怡婷颖洁莹莲蓓雯倩薇蕾琴凤翠萱彤涵睿泽皓昊昕晨曦旭阳洋航凡帆锋锐刚强勇超彬斌彪豪健军良' +
    '松柏楠桐梓枫栋梁淳润浩源渊鸿鹤鸣磊岳峰嵩岚铭鑫铮钊锦靖庆贵贤德义礼信谦诗韵悦然煜烨炜焕炎灿奕毓玉珠琼瑜瑾璇琦玮珂琛尧晓昭晖晗晏杉彦勋' +
    '芸芝芷茹荷菊萌蔚蕊馨露霏霄霆',
);

/**
 * Whether a name of two characters, text[at, at + 2), is part of the longer name of a person: 李沐 of 李沐宸, which jieba's model makes
 * one word; 小鹏 of 李小鹏, if it is no person's.
 */
export function isPartOfPerson(
  text: UnitText,
  at: number,
  isPerson: boolean,
  fold: Uint16Array,
  isWord: IsWord,
): boolean {
  const end = at + 2;
  const first = fold[unitAt(text, isPerson ? at : at - 1)] as number;
  if (surnames[first] === 0) return false;
  if (!isPerson) return isWord(at - 1, end) || (wordSurnames[first] === 0 && isWord(at - 1, at));
  return givenEnds[fold[unitAt(text, end)] as number] === 1 && isWord(at, end + 1);
}
