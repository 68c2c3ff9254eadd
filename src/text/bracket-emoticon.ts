import { isCapital } from './fold.js';
import { isHanUnit } from './unit-kinds.js';
import { type UnitText, unitAt } from './unit-text.js';
import { WordSet } from './word-set.js';

const MAX_EMOTICON = 10;

/** What editors put in brackets that is no emoticon. */
const bracketed = new WordSet(
  '视频 图片 链接 图 原创 转发 转载 推荐 置顶 快讯 独家 重磅 最新 突发 公告 广告 招聘 活动 投票 直播 更新 综合 通知 ' +
    'link pdf img url video photo image update sic deleted removed edited citation via source quote spoiler nsfw ' +
    '讨论 分享 教程 开源 问题 问答 求助 已解决 附图 组图 全文 摘要 注 作者 来源 译文 翻译 编辑 日期 时间 标题',
);

/** Emoticons that are written with a capital, mostly WeChat's. */
const capitalized = new WordSet(
  'OK NO Doge Smile Grimace Drool Scowl CoolGuy Sob Shy Silent Sleep Cry Awkward Angry Tongue Grin Surprise Frown Ruthless ' +
    'Blush Scream Puke Chuckle Joyful Slight Smug Hungry Drowsy Panic Sweat Laugh Commando Determined Scold Shocked Shhh ' +
    'Dizzy Tormented Toasted Skull Hammer Wave Speechless NosePick Clap Shame Trick Yawn Shrunken TearingUp Sly Kiss Wrath ' +
    'Whimper Happy Sick Flushed Lol Terror LetDown Duh Hey Facepalm Smirk Smart Concerned Onlooker GoForIt Sweats OMG Emm ' +
    'Respect NoProb MyBad KeepFighting Wow Rich Broken Hurt Sigh ThumbsUp ThumbsDown Salute Worship Rose Wilt Lips Heart ' +
    'BrokenHeart Hug Cake Bomb Poop Fist Pinky Beckon',
);
const LONGEST_CAPITALIZED = 12;

/** End of an emoticon in brackets at `at`, as `[doge]` or `[笑cry]`; or `at`. */
export function bracketEmoticonEnd(text: UnitText, at: number): number {
  if (isCapital(unitAt(text, at + 1))) {
    const close = text.slice(at + 1, at + 2 + LONGEST_CAPITALIZED).indexOf(']') + at + 1;
    return capitalized.hasSlice(text, at + 1, close) ? close + 1 : at;
  }
  const limit = Math.min(text.length, at + 2 + MAX_EMOTICON);
  let end = at + 1;
  let han = 0;
  let latin = 0;
  for (; end < limit; end++) {
    const unit = unitAt(text, end);
    if (isHanUnit(unit)) han++;
    else if (unit >= 0x61 && unit <= 0x7a) latin++;
    else if (!(unit >= 0x41 && unit <= 0x5a && han > 0)) break;
  }
  if (end >= limit || unitAt(text, end) !== 0x5d) return at;
  if (han > 5 || han + latin < 1 || (han === 0 && latin < 2)) return at;
  return bracketed.hasSlice(text, at + 1, end) ? at : end + 1;
}
