import { isNameDot } from '../../text/name-dot.js';
import { isOneOf, type UnitText, unitAt } from '../../text/unit-text.js';
import { GIVEN_NAMES, LONGEST_GIVEN, PLACES } from './foreign-words.js';
import { isCapital } from './latin-word.js';

/** Characters with which foreign names are written in Chinese, and which ordinary words seldom have. */
const TELLING =
  '阿埃艾奥拜鲍彼茨蒂蒙姆弗夫费菲尔恩格赫霍吉杰凯坎克科肯库莱赖兰朗劳勒雷蕾里丽莉琳隆娄卢鲁罗洛玛迈曼梅缪摩莫默娜纳奈妮诺帕佩皮珀蒲普契恰琼撒萨塞瑟莎绍舒斯丝索塔泰汤陶特滕廷托瓦韦维温沃乌希锡悉谢雅耶伊约宰赞泽扎詹芝兹佐祖姬黛丹哈翰戴卡伯娅迪亚历拉芒尼昆汀柯铎涅罕谟芙芮茵妲狄喀珂梵烈';
/** Others of them. 让, 来, 及, 因 and the like are left out: behind a name they begin what is said of it. */
const OTHERS =
  '爱安昂巴白岑汗丁大卫茂末秋耐班邦包保北贝本比毕宾波博布采查昌达道德登邓东杜顿多厄法凡范方芬丰冯佛福富盖甘冈高戈葛根贡古瓜圭海汉豪黑亨洪胡华怀惠基加贾简姜金京久康考孔夸奎坤累理利立莲廉林列龙伦吕马麦茅门孟米密敏明穆拿乃南瑙内宁纽农努欧潘庞培彭平泼齐奇强乔切钦琴丘屈日荣茹儒瑞若桑森沙山善尚舍申圣施什史士朔思苏坦唐提天田铁通图万旺威伟魏文翁武西霞夏香肖辛欣兴雄休许逊延扬杨叶依英永尤珍治朱薇茜珊琪芭璐弥桃勤崔得容朵甫黎敦萝柏松派墨察津谭侬勃庇蓬桂';
/** Those that begin no name: 连 before 马斯克 is a word of its own. */
const WITHIN = '连代';
/** 里 */
const LI = 0x91cc;

/** Characters of a part, and two more of one behind a dot. */
const LONGEST_PART = 6;
const MOST_PARTS = 4;
/** 博士, 女士: what the bearer of the name is called. */
const TITLES = ['博士', '女士', '夫人'];

/** Characters of two that a given name weighs. */
const GIVEN_WEIGHT = 2;

/** By unit: 1 may stand in a name, 2 tells of one, 3 may stand within one. */
const written = new Uint8Array(0x10000);
for (const unit of OTHERS) written[unit.charCodeAt(0)] = 1;
for (const unit of TELLING) written[unit.charCodeAt(0)] = 2;
for (const unit of WITHIN) written[unit.charCodeAt(0)] = 3;

/**
 * Where the part behind a dot begins, if one ends at `at`: 马克·吐温, 比尔 · 盖茨; -1 if no dot of a name stands there.
 */
export function behindNameDot(text: UnitText, at: number): number {
  const unit = unitAt(text, at);
  if (isNameDot(unit)) return at + 1;
  return unit === 0x20 && isNameDot(unitAt(text, at + 1)) && unitAt(text, at + 2) === 0x20 ? at + 3 : -1;
}

/**
 * Where the foreign name starts whose first part ends before a dot: 格雷格 in 总裁格雷格·布罗克曼. Reads a few units.
 *
 * @param from  where the run of Han begins that ends at the dot.
 * @param simplified  of each unit its simplified character in the low half.
 * @returns `dot` if no name's part stands there.
 */
export function foreignNameStart(
  text: UnitText,
  from: number,
  dot: number,
  simplified: Int32Array,
  breaks: (offset: number) => boolean,
): number {
  const given = givenNameStart(text, from, dot, simplified, breaks);
  let start = dot;
  while (start > from && dot - start < LONGEST_PART && kindOf(text, start - 1, simplified) > 0) start--;
  while (start < dot && (kindOf(text, start, simplified) === 3 || breaks(start))) start++;
  if (start >= given) return given;
  // 里 is within 里根, and behind a word (电影里哈利·波特) one by itself.
  const isPostposition = start > from && text.charCodeAt(start) === LI && !breaks(start + 1);
  if (isPostposition && start + 1 < dot) start++;
  // 富翁 and 英雄 are words of the dictionary that could begin a name by their characters, of which none tells of one; 海德 is a name.
  let word = start + 1;
  while (word < dot && breaks(word)) word++;
  if (word - start > 1 && word + 1 < dot && isOther(text, start, word, simplified)) return word;
  // 日 in 4日穆罕默德·本·萨勒曼
  return given < dot && isOther(text, start, given, simplified) ? given : start;
}

/** Whether nothing in a stretch tells of a name. */
function isOther(text: UnitText, from: number, to: number, simplified: Int32Array): boolean {
  return (
    countTelling(text, from, to, simplified) === 0 && !GIVEN_NAMES.has(simple(text, from, to, simplified))
  );
}

/** Where the longest of {@link GIVEN_NAMES} starts that ends at a dot; `dot` if none does. */
function givenNameStart(
  text: UnitText,
  from: number,
  dot: number,
  simplified: Int32Array,
  breaks: (offset: number) => boolean,
): number {
  for (let start = Math.max(from, dot - LONGEST_GIVEN); start < dot; start++)
    if (!breaks(start) && GIVEN_NAMES.has(simple(text, start, dot, simplified))) return start;
  return dot;
}

/**
 * End of the foreign name from `start`, whose first part ends at `dot`: as many parts as follow, each behind a dot.
 *
 * @returns `start` if it is no name: two of its characters must tell of one, or its first part be a given name.
 */
export function foreignNameEnd(
  text: UnitText,
  start: number,
  dot: number,
  simplified: Int32Array,
  breaks: (offset: number) => boolean,
): number {
  const given = givenNameStart(text, start, dot, simplified, breaks) < dot;
  let telling = countTelling(text, start, dot, simplified) + (given ? GIVEN_WEIGHT : 0);
  let end = dot;
  for (let part = 1; part < MOST_PARTS; part++) {
    const begin = behindNameDot(text, end);
    if (begin < 0) break;
    // 罗伯特·F·肯尼迪
    if (isCapital(unitAt(text, begin)) && behindNameDot(text, begin + 1) > 0) {
      end = begin + 1;
      continue;
    }
    let stop = begin;
    while (stop - begin < LONGEST_PART + 2 && kindOf(text, stop, simplified) > 0) stop++;
    // 大 is within 大卫 and 亚历山大, 派 within 史派西; behind a last part they begin a word: 大赞, 派出.
    while (stop > begin && (breaks(stop) || isOneOf(text, stop - 1, '大派'))) stop--;
    if (stop - begin > 2 && TITLES.includes(text.slice(stop - 2, stop))) stop -= 2;
    if (stop === begin) break;
    telling += countTelling(text, begin, stop, simplified);
    if (part === 1 && behindNameDot(text, stop) < 0 && arePlaces(text, start, dot, begin, stop, simplified))
      return start;
    end = stop;
  }
  return telling > 1 && end > dot + 1 && !isCapital(text.charCodeAt(end - 1)) ? end : start;
}

/** Whether both parts are places: 卡塔尔·多哈. */
function arePlaces(
  text: UnitText,
  start: number,
  dot: number,
  begin: number,
  stop: number,
  simplified: Int32Array,
): boolean {
  return (
    PLACES.has(simple(text, start, dot, simplified)) && PLACES.has(simple(text, begin, stop, simplified))
  );
}

function countTelling(text: UnitText, from: number, to: number, simplified: Int32Array): number {
  let telling = 0;
  for (let at = from; at < to; at++) if (kindOf(text, at, simplified) === 2) telling++;
  return telling;
}

function kindOf(text: UnitText, at: number, simplified: Int32Array): number {
  return written[(simplified[unitAt(text, at)] as number) & 0xffff] as number;
}

/** text[from, to), which is short, in simplified characters. */
function simple(text: UnitText, from: number, to: number, simplified: Int32Array): string {
  let written = '';
  for (let at = from; at < to; at++)
    written += String.fromCharCode((simplified[text.charCodeAt(at)] as number) & 0xffff);
  return written;
}
