import { isTopLevel } from '../../text/hosts.js';

/** Outlets as posts name them, in small letters. */
const chinese =
  '新华社 新华网 新华财经 中新社 中新网 中新经纬 中国新闻网 人民日报 人民网 央视新闻 央视网 央视财经 央广网 光明日报 光明网 经济日报 中国日报 环球时报 环球网 ' +
  '参考消息 海外网 观察者网 澎湃新闻 界面新闻 财联社 科创板日报 格隆汇 智通财经 每经 每日经济新闻 第一财经 证券时报 证券日报 上海证券报 上证报 中国证券报 中国基金报 ' +
  '券商中国 财新 财新网 财经网 财经杂志 金十数据 华尔街见闻 36氪 虎嗅 虎嗅网 钛媒体 品玩 极客公园 爱范儿 少数派 雷锋网 机器之心 量子位 新智元 ' +
  'it之家 快科技 驱动之家 站长之家 蓝鲸新闻 蓝鲸财经 鞭牛士 凤凰网 凤凰网科技 凤凰网财经 新浪 新浪网 新浪财经 新浪科技 新浪新闻 网易 网易新闻 网易科技 网易财经 ' +
  '腾讯新闻 腾讯科技 腾讯网 腾讯财经 搜狐 搜狐网 搜狐科技 今日头条 百家号 东方财富 东方财富网 同花顺 雪球 新京报 新京报贝壳财经 贝壳财经 北京日报 北京青年报 ' +
  '北京商报 南方都市报 南方日报 南方周末 羊城晚报 广州日报 21世纪经济报道 21财经 时代周报 时代财经 经济观察报 经济观察网 红星新闻 封面新闻 上游新闻 极目新闻 ' +
  '九派新闻 潮新闻 大河报 扬子晚报 现代快报 齐鲁晚报 三联生活周刊 新闻晨报 解放日报 文汇报 联合早报 端传媒 路透 路透社 路透中文网 彭博 彭博社 法新社 ' +
  '美联社 合众社 德新社 共同社 韩联社 塔斯社 俄新社 俄罗斯卫星通讯社 华尔街日报 纽约时报 纽约时报中文网 华盛顿邮报 金融时报 ft中文网 经济学人 卫报 ' +
  '英国广播公司 半岛电视台 日经中文网 日本经济新闻 南华早报 德国之声 开源中国';
const english =
  'bbc/bbc news/bbc中文/cnn/cnn business/cnbc/bloomberg/bloomberg news/reuters/ap/ap news/associated press/associated press news/afp/npr/pbs/nbc news/' +
  'abc news/cbs news/fox news/fox business/sky news/msnbc/al jazeera/dw/euronews/the guardian/guardian/the new york times/new york times/nyt/wsj/' +
  'wall street journal/the wall street journal/the washington post/washington post/financial times/ft/the economist/the information/axios/politico/' +
  'the hill/business insider/insider/forbes/fortune/time/newsweek/usa today/yahoo/yahoo finance/yahoo news/yahoo tech/marketwatch/barron’s/' +
  "barron's/seeking alpha/the motley fool/tipranks/benzinga/investopedia/techcrunch/the verge/wired/ars technica/engadget/gizmodo/mashable/" +
  "cnet/zdnet/venturebeat/the register/tom’s hardware/tom's hardware/pcmag/pc gamer/ign/kotaku/9to5mac/9to5google/macrumors/appleinsider/" +
  'android authority/mit technology review/nature/science/live science/nikkei/nikkei asia/south china morning post/scmp/the atlantic/' +
  'the new yorker/vox/vice/slate/salon/the conversation/the daily beast/foreign policy/coindesk/cointelegraph/decrypt/the block/semafor/' +
  'rest of world/techradar/digital trends/the next web/techweb/donews/infoq/cnbeta/solidot/hacker news/sina/xinhua/global times/cgtn/36kr';

/** What names of outlets end with, of which there are more than a list could hold. */
const ofOutlets =
  /^(?:(?:[A-Z][\w.’'&-]*|of|the|and) ){0,4}(?:News|Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph|Magazine|Newspaper|Daily|Weekly|Insider)$|^[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|早报|商报|晨报|新闻网|电视台|广播电台|卫视|通讯社|周刊)$/u;

/** Units of the longest name that is looked at. */
const LONGEST = 32;
/** What is left of a text when its outlet is taken away: a name and what is said of it. */
const LEAST = 6;

const date = '(?:\\d{4} ?年 ?)?(?:\\d{1,2} ?月 ?)?\\d{1,2} ?日';
const verb = '(?:电|讯|快讯|消息|报道|获悉)';
const reporters = '[（(][^）)]{1,20}[)）]';
const behind = `(?:(?:${reporters})?(?:\\s*[，,：:｜|丨]\\s*|\\s+)|${reporters}\\s*)`;

interface Outlets {
  readonly names: ReadonlySet<string>;
  /** An outlet in front of what it tells: 新华社北京2月25日电, 据BBC报道，【财联社】. */
  readonly head: RegExp;
  /** 1: a head may begin, 2: a tail may end with a unit. */
  readonly bounds: Uint8Array;
}

const ofHead = 1;
const ofTail = 2;

let outlets: Outlets | undefined;

function loadOutlets(): Outlets {
  if (outlets !== undefined) return outlets;
  const list = [...chinese.split(' '), ...english.split('/')];
  const bounds = new Uint8Array(65536);
  const mark = (character: string, flag: number): void => {
    for (const form of [character, character.toUpperCase()]) bounds[form.charCodeAt(0)] |= flag;
  };
  for (const name of list) {
    mark(name.charAt(0), ofHead);
    mark(name.charAt(name.length - 1), ofTail);
  }
  for (const character of '据【[') mark(character, ofHead);
  for (const character of '）)报网台视社刊abcdefghijklmnopqrstuvwxyz') mark(character, ofTail);
  const any = list
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|');
  const head = new RegExp(
    `^(?:[【[](?:${any})[】\\]]\\s*|据?(?:${any}) ?(?:(?:[\\u4e00-\\u9fff]{2,6} ?)?${date}${verb}?|(?:独家|记者)?${verb})\\s*(?:${behind})|(?:${any}) ?[：:｜|丨]\\s*)`,
    'i',
  );
  outlets = { names: new Set(list), head, bounds };
  return outlets;
}

/** A text without the outlet that it names in front, with the date and the place of its report, and at its end: - Bloomberg, （BBC）. */
export function withoutOutlet(text: string): string {
  const { bounds, head } = loadOutlets();
  let start = 0;
  let end = text.length;
  if (end > 0 && (bounds[text.charCodeAt(0)] & ofHead) !== 0) start = head.exec(text)?.[0].length ?? 0;
  if (end - start < LEAST) start = 0;
  while (end - start > LEAST && (bounds[text.charCodeAt(end - 1)] & ofTail) !== 0) {
    const cut = tailStart(text, end);
    if (cut === end || cut - start < LEAST) break;
    end = cut;
  }
  return text.slice(start, end);
}

/** Where the outlet at the end of `text[0, end)` begins, with what parts it from the text; `end` if there is none. */
function tailStart(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const isBracketed = last === 0x29 || last === 0xff09;
  const least = Math.max(1, end - LONGEST);
  for (let at = end - 2; at >= least; at--) {
    const kind = separatorKind(text.charCodeAt(at));
    if (kind === NONE || (kind === BRACKET) !== isBracketed) continue;
    if (kind === DASH && (text.charCodeAt(at - 1) !== 0x20 || text.charCodeAt(at + 1) !== 0x20)) continue;
    if (!isOutlet(text.slice(at + 1, isBracketed ? end - 1 : end).trim())) continue;
    while (at > 0 && text.charCodeAt(at - 1) === 0x20) at--;
    return at;
  }
  return end;
}

const NONE = 0;
const DASH = 1;
const BAR = 2;
const BRACKET = 3;

function separatorKind(unit: number): number {
  switch (unit) {
    case 0x2d: // -
    case 0x2013: // –
    case 0x2014: // —
      return DASH;
    case 0x7c: // |
    case 0xff5c: // ｜
    case 0x4e28: // 丨
    case 0x5f: // _
      return BAR;
    case 0x28: // (
    case 0xff08: // （
      return BRACKET;
    default:
      return NONE;
  }
}

/** Whether a name is that of an outlet: Latin ones begin with a capital, or are a host. */
function isOutlet(name: string): boolean {
  const dot = name.lastIndexOf('.');
  if (dot > 0 && !name.includes(' ')) return isTopLevel(name.slice(dot + 1).toLowerCase());
  return (!isSmall(name.charAt(0)) && loadOutlets().names.has(name.toLowerCase())) || ofOutlets.test(name);
}

function isSmall(character: string): boolean {
  return character >= 'a' && character <= 'z';
}
