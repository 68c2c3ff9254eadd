import { HashTrie } from '../lexicon/hash-trie.js';
import { isHanUnit } from '../text/unit-kinds.js';
import { unitsOf } from '../text/unit-table.js';
import { CLASS, type FoldedPost, MARK, WORD } from './folded-post.js';
import { BEFORE, LIGHT, NOW, SHIFTERS } from './word-trie.js';

/** What features must say for or against in a plain fact, see {@link isPlainFact}. */
export const SURE_OF_FACT = 2.5;

/** A plain fact has no more tokens than this, and no more characters in words that are not listed here. */
const LONGEST = 16;
const MOST_UNLISTED = 8;

/** What a word is to a plain fact. */
const SETTING = 1;
const DOING = 2;
const FILLER = 3;
/** 是, which tells a plain fact of listed words alone: 今天是星期二. */
const BEING = 4;

/** Who, when and where. */
const settings =
  '我 我们 我家 我妈 我爸 咱 咱们 俺 他 她 他们 她们 我俩 妈妈 爸爸 老妈 老爸 爷爷 奶奶 外婆 外公 姥姥 哥哥 姐姐 弟弟 妹妹 儿子 女儿 孩子 老公 老婆 先生 太太 ' +
  '表姐 表哥 表弟 表妹 同事 同学 朋友 室友 舍友 邻居 老师 老板 阿姨 叔叔 师傅 房东 ' +
  '今天 昨天 明天 后天 前天 今晚 昨晚 明晚 今早 明早 昨夜 今日 昨日 明日 早上 早晨 清晨 上午 中午 下午 晚上 傍晚 凌晨 半夜 夜里 午后 睡前 ' +
  '今天上午 今天下午 今天早上 今天晚上 今天中午 昨天上午 昨天下午 昨天晚上 明天上午 明天下午 明天早上 ' +
  '周一 周二 周三 周四 周五 周六 周日 周末 星期一 星期二 星期三 星期四 星期五 星期六 星期天 星期日 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 礼拜天 ' +
  '上周 下周 本周 这周 上个月 下个月 这个月 上月 下月 今年 明年 去年 前年 月底 月初 年底 年初 每天 每周 平时 国庆 五一 元旦 春节 清明 端午 中秋 寒假 暑假 ' +
  '刚 刚刚 刚才 早饭 午饭 晚饭 早餐 午餐 晚餐 夜班 白班 早班 晚班 家里 公司 学校 单位 办公室 宿舍 超市 医院 银行 图书馆 食堂 地铁 公交 车站 机场 ' +
  '厨房 客厅 阳台 楼下 楼上 门口 小区 老家';
const doings =
  '在 有 吃 吃了 吃完 吃过 喝 喝了 喝完 去 去了 去过 来 来到 回 回了 回到 回来 回去 到 到了 到家 回家 上班 下班 值班 开会 上课 下课 放学 上学 出差 出门 外出 坐 坐在 ' +
  '骑 骑车 开车 打车 坐车 停 停在 停车 睡 睡觉 睡了 午睡 起床 醒 做 做了 做饭 做菜 煮 煮了 炒 烤 点了 泡 泡了 洗 洗了 洗澡 洗碗 洗衣服 洗完 打扫 拖地 晾 晾衣服 ' +
  '买 买了 买的 换 换了 换成 换到 寄 寄了 取 取了 拿 拿了 交 交了 交给 领 领了 办 办了 办理 写 写了 写完 看完 读完 听 听了 读 画 打 打了 打电话 打印 发了 ' +
  '住 住在 搬 搬到 搬家 工作 教 学 学了 练 练习 复习 预习 背 考 考试 排 排队 放 放在 放了 挂 挂在 摆 摆在 借 借了 借给 还给 约 约了 见 见了 见面 见到 找 带 带了 陪 接 接了 穿 ' +
  '穿了 正在 在家 逛 逛了 逛街 散步 跑步 爬山 游泳 打球 钓鱼 健身 装 装了 修 修理 安装 重装 参加 参观 拍 拍了 录 经过 路过 出发 到达 抵达 返回 轮到 集合 报名 报到 登记 ' +
  '体检 复查 挂号 打针 剪 剪了 理发 收拾 整理 浇 浇花 喂 喂了 遛 遛狗 用 用的 准备 继续 开始 开门 关门 营业 用了 聊 聊了 聊天 吃饭 走 走了 走路 走到 过 过了 上 下 读书 看书 看电视 登机 一共 共 共有 改到 改成 调到 来自 毕业 转 转到 租 租了 订 订了';
const fillers =
  '了 的 着 过 和 跟 从 到 把 给 要 将 于 与 上 里 下 外 个 一个 趟 一趟 次 一次 一下 点 半 去 来 完 后 前 以后 之后 以前 之前 然后 先 为 对 向 往 用 每 约 分 左右 一会 一会儿 一起 自己 下楼 上楼 再 这 这个 这本 这条 这间 那 那个 里面 旁边 对面 附近 左边 右边 隔壁 等 号 路';

const BE = '是';

const words = new HashTrie();
const listed = (
  [
    [BEING, BE],
    [FILLER, fillers],
    [DOING, doings],
    [SETTING, settings],
  ] as const
).flatMap(([role, list]) => list.split(' ').map((word) => ({ word, role, node: words.insert(word) })));
/** By node: what the word is that ends there; 0 of what is none. */
const roles = new Uint8Array(words.limit);
for (const { role, node } of listed) roles[node] = role;
const firsts = unitsOf(listed.map(({ word }) => word.charAt(0)));

/** Words of which these are the first unit tell how many or when. */
const numerals = unitsOf('二三四五六七八九十两几');
/** Words that hold one of these may tell more than the fact. */
const telling = unitsOf('被不没无未别太很最超真好坏难烂差贵慢破死哭笑爱怕烦累痛疼丢错惨总才竟只出狂');
/** What a word that is not listed may do to others. */
const silent = new Uint8Array(SHIFTERS);
for (const shifter of [0, LIGHT, NOW, BEFORE]) silent[shifter] = 1;

const COMMA = '，'.charCodeAt(0);
const FULL_STOP = '。'.charCodeAt(0);
const MOST_COMMAS = 1;

function roleOf({ units }: FoldedPost, from: number, to: number): number {
  let node = 0;
  for (let at = from; at < to; at++) {
    node = words.child(node, units[at] as number);
    if (node === 0) return 0;
  }
  return roles[node] as number;
}

function tells({ units }: FoldedPost, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (telling[units[at] as number] === 1) return true;
  return false;
}

/**
 * Whether a Chinese post without words of feeling tells nothing but who does what, when and where: 我中午吃了面条, 周三要开会. O(tokens) for
 * posts of few, and no more than a look at others.
 */
export function isPlainFact(post: FoldedPost): boolean {
  const { count, kinds, starts, units, shifters, firstUnits } = post;
  if (count > LONGEST) return false;
  let hasSetting = false;
  let hasDoing = false;
  let isBeing = false;
  let unlisted = 0;
  let commas = 0;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i];
    if (kind === CLASS) {
      hasSetting = true;
      continue;
    }
    if (kind === MARK) {
      if (firstUnits[i] === FULL_STOP && i === count - 1) continue;
      if (firstUnits[i] !== COMMA || ++commas > MOST_COMMAS) return false;
      continue;
    }
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    if (kind !== WORD || !isHanUnit(units[from] as number)) return false;
    const role = firsts[units[from] as number] === 1 ? roleOf(post, from, to) : 0;
    if (role === BEING) isBeing = true;
    else if (role === SETTING) hasSetting = true;
    else if (role === DOING) hasDoing = true;
    else if (role === 0) {
      if (silent[shifters[i] as number] === 0 || tells(post, from, to)) return false;
      if (numerals[units[from] as number] === 1) hasSetting = true;
      else unlisted += to - from;
      if (unlisted > MOST_UNLISTED) return false;
    }
  }
  return hasSetting && (hasDoing || (isBeing && unlisted === 0));
}
