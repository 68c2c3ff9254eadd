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
  'abc news/cbs news/fox news/fox business/sky news/msnbc/al jazeera/dw/euronews/guardian/guardian/new york times/new york times/nyt/wsj/' +
  'wall street journal/wall street journal/washington post/washington post/financial times/ft/the economist/the information/axios/politico/' +
  'the hill/business insider/insider/forbes/fortune/time/newsweek/usa today/yahoo/yahoo finance/yahoo news/yahoo tech/marketwatch/barron’s/' +
  "barron's/seeking alpha/motley fool/tipranks/benzinga/investopedia/techcrunch/the verge/wired/ars technica/engadget/gizmodo/mashable/" +
  "cnet/zdnet/venturebeat/the register/tom’s hardware/tom's hardware/pcmag/pc gamer/ign/kotaku/9to5mac/9to5google/macrumors/appleinsider/" +
  'android authority/mit technology review/nature/science/live science/nikkei/nikkei asia/south china morning post/scmp/the atlantic/' +
  'new yorker/vox/vice/slate/salon/the conversation/daily beast/foreign policy/coindesk/cointelegraph/decrypt/the block/semafor/' +
  'rest of world/techradar/digital trends/the next web/techweb/donews/infoq/cnbeta/solidot/hacker news/sina/xinhua/global times/cgtn/36kr';

/** What names of outlets end with, of which there are more than a list could hold. */
const latinEndings =
  'News Times Post Journal Herald Tribune Gazette Chronicle Telegraph Magazine Newspaper Daily Weekly Insider'.split(
    ' ',
  );
const hanEndings = '日报 晚报 时报 早报 商报 晨报 新闻网 电视台 广播电台 卫视 通讯社 周刊'.split(' ');
const ofOutlets = new RegExp(
  `^(?:(?:[A-Z][\\w.’'&-]*|of|the|and) ){0,4}(?:${latinEndings.join('|')})$|^[\\u4e00-\\u9fff]{2,6}(?:${hanEndings.join('|')})$`,
);
/** What an outlet in brackets may be named with: (via 36kr). */
const credit = /^(?:via|source|h\/t|来源|转自)[ :：]\s*/i;
/** What hosts of outlets end with. */
const hosts = ['.com', '.net', '.org', '.cn', '.eu', '.co', '.uk', '.jp', '.hk', '.de', '.fr'];

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
  readonly bounds: Bounds;
}

const BEGINS = 1;
const ENDS = 2;
/** Of a pair that is a name by itself. */
const WHOLE = 4;

/** The first and the last three units of names, two of shorter ones: few texts begin or end like an outlet. */
class Bounds {
  readonly #pairs = new Uint8Array(65536);
  readonly #triples = new Uint8Array(65536);

  add(name: string, side: typeof BEGINS | typeof ENDS): void {
    const { length } = name;
    const pair = pairAt(name, side === BEGINS ? 0 : length - 2);
    this.#pairs[pair] |= length === 2 ? side | WHOLE : side;
    this.#triples[tripleOf(pair, name.charCodeAt(side === BEGINS ? 2 : length - 3))] |= side;
  }

  mayBegin(text: string, at: number): boolean {
    const pair = pairAt(text, at);
    const found = this.#pairs[pair];
    if ((found & BEGINS) === 0) return false;
    return (found & WHOLE) !== 0 || (this.#triples[tripleOf(pair, text.charCodeAt(at + 2))] & BEGINS) !== 0;
  }

  mayEnd(text: string, end: number): boolean {
    const pair = pairAt(text, end - 2);
    const found = this.#pairs[pair];
    if ((found & ENDS) === 0) return false;
    return (found & WHOLE) !== 0 || (this.#triples[tripleOf(pair, text.charCodeAt(end - 3))] & ENDS) !== 0;
  }
}

/** Small letters and capitals alike. */
function pairAt(text: string, at: number): number {
  return (((text.charCodeAt(at) | 0x20) * 0x9e5) ^ (text.charCodeAt(at + 1) | 0x20)) & 0xffff;
}

function tripleOf(pair: number, unit: number): number {
  return (pair * 0x9e5 + (unit | 0x20)) & 0xffff;
}

let outlets: Outlets | undefined;

function loadOutlets(): Outlets {
  if (outlets !== undefined) return outlets;
  const list = [...chinese.split(' '), ...english.split('/')];
  const bounds = new Bounds();
  for (const name of list) {
    bounds.add(withoutThe(name), BEGINS);
    bounds.add(name, ENDS);
  }
  for (const end of [...latinEndings, ...hanEndings, ...hosts]) bounds.add(end, ENDS);
  const any = list.sort((a, b) => b.length - a.length).join('|');
  const head = new RegExp(
    `^(?:[【[](?:${any})[】\\]]\\s*|据?(?:the )?(?:${any})(?: ?(?:(?:[\\u4e00-\\u9fff]{2,6} ?)?${date}${verb}?|(?:独家|记者)?${verb})${behind}| ?[：:｜|丨]\\s*))`,
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
  if (bounds.mayBegin(text, nameStart(text))) start = head.exec(text)?.[0].length ?? 0;
  if (end - start < LEAST) start = 0;
  while (end - start > LEAST && bounds.mayEnd(text, isBracket(text.charCodeAt(end - 1)) ? end - 1 : end)) {
    const cut = tailStart(text, end);
    if (cut === end || cut - start < LEAST) break;
    end = cut;
  }
  return text.slice(start, end);
}

/** Where a name begins behind what may stand before it: 据, 【, [, The. */
function nameStart(text: string): number {
  switch (text.charCodeAt(0)) {
    case 0x636e: // 据
    case 0x3010: // 【
    case 0x5b: // [
      return 1;
    case 0x54: // T
    case 0x74: // t
      return text.charCodeAt(3) === 0x20 && text.slice(0, 3).toLowerCase() === 'the' ? 4 : 0;
    default:
      return 0;
  }
}

function isBracket(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09;
}

/** Where the outlet at the end of `text[0, end)` begins, with what parts it from the text; `end` if there is none. */
function tailStart(text: string, end: number): number {
  const isBracketed = isBracket(text.charCodeAt(end - 1));
  const least = Math.max(1, end - LONGEST);
  for (let at = end - 2; at >= least; at--) {
    const kind = separatorKind(text.charCodeAt(at));
    if (kind === NONE || (kind === BRACKET) !== isBracketed) continue;
    if (kind === DASH && (text.charCodeAt(at - 1) !== 0x20 || text.charCodeAt(at + 1) !== 0x20)) continue;
    const name = text.slice(at + 1, isBracketed ? end - 1 : end).trim();
    if (!isOutlet(name) && !(isBracketed && isCredit(name))) continue;
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
  if (dot > 0 && !name.includes(' ')) return hosts.includes(name.slice(dot).toLowerCase());
  return (!isSmall(name.charAt(0)) && isKnown(name.toLowerCase())) || ofOutlets.test(name);
}

function isCredit(name: string): boolean {
  const named = credit.exec(name)?.[0].length ?? 0;
  return named > 0 && (isKnown(name.slice(named).toLowerCase()) || isOutlet(name.slice(named)));
}

function isSmall(character: string): boolean {
  return character >= 'a' && character <= 'z';
}

function isKnown(name: string): boolean {
  const { names } = loadOutlets();
  return names.has(name) || names.has(withoutThe(name));
}

function withoutThe(name: string): string {
  return name.startsWith('the ') ? name.slice(4) : name;
}
