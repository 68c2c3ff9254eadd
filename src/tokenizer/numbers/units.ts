import { lazy } from '../../base/lazy.js';
import type { Quantity } from '../token.js';
import { type HanWords, hanWords } from './han-words.js';

/** What a unit makes of a number. */
export interface Unit {
  readonly type: Quantity['type'];
  /** Canonical name of the unit. */
  readonly unit?: string;
  readonly currency?: string;
  /** Factor to the base unit. Default: 1. */
  readonly factor?: number;
}

const money = (currency: string): Unit => ({ type: 'money', currency });

const duration = (unit: string): Unit => ({ type: 'duration', unit });

const measure = (unit: string): Unit => ({ type: 'measure', unit });

const count = (unit: string): Unit => ({ type: 'count', unit });

export const percent: Unit = { type: 'percent', unit: '%' };

export const multiple: Unit = { type: 'multiple', unit: '倍' };

export const parameters: Unit = { type: 'parameters', unit: '参数' };

const tokens: Unit = { type: 'tokens', unit: 'token' };

export const minutes: Unit = duration('分钟');

export const seconds: Unit = duration('秒');

/** Units of Chinese behind a number. */
export const hanUnits = lazy(
  (): HanWords<Unit> =>
    hanWords<Unit>([
      ['美元', money('USD')],
      ['美金', money('USD')],
      ['美刀', money('USD')],
      ['元', money('CNY')],
      ['元人民币', money('CNY')],
      ['人民币', money('CNY')],
      ['块', money('CNY')],
      ['块钱', money('CNY')],
      ['港元', money('HKD')],
      ['港币', money('HKD')],
      ['欧元', money('EUR')],
      ['日元', money('JPY')],
      ['英镑', money('GBP')],
      ['韩元', money('KRW')],
      ['新台币', money('TWD')],
      ['台币', money('TWD')],
      ['日圆', money('JPY')],
      ['円', money('JPY')],
      ['毛钱', { ...money('CNY'), factor: 0.1 }],
      ['分钱', { ...money('CNY'), factor: 0.01 }],
      ['里拉', money('TRY')],
      ['土耳其里拉', money('TRY')],
      ['瑞典克朗', money('SEK')],
      ['挪威克朗', money('NOK')],
      ['丹麦克朗', money('DKK')],
      ['兹罗提', money('PLN')],
      ['福林', money('HUF')],
      ['谢克尔', money('ILS')],
      ['新谢克尔', money('ILS')],
      ['兰特', money('ZAR')],
      ['格里夫纳', money('UAH')],
      ['坚戈', money('KZT')],
      ['印尼盾', money('IDR')],
      ['印尼卢比', money('IDR')],
      ['墨西哥比索', money('MXN')],
      ['菲律宾比索', money('PHP')],
      ['阿根廷比索', money('ARS')],
      ['沙特里亚尔', money('SAR')],
      ['巴基斯坦卢比', money('PKR')],
      ['印度卢比', money('INR')],
      ['新西兰元', money('NZD')],
      ['纽元', money('NZD')],
      ['澳门元', money('MOP')],
      ['澳门币', money('MOP')],
      ['卢比', money('INR')],
      ['卢布', money('RUB')],
      ['新加坡元', money('SGD')],
      ['澳元', money('AUD')],
      ['加元', money('CAD')],
      ['瑞郎', money('CHF')],
      ['瑞士法郎', money('CHF')],
      ['新元', money('SGD')],
      ['加拿大元', money('CAD')],
      ['澳大利亚元', money('AUD')],
      ['泰铢', money('THB')],
      ['越南盾', money('VND')],
      ['林吉特', money('MYR')],
      ['迪拉姆', money('AED')],
      ['雷亚尔', money('BRL')],
      ['个百分点', percent],
      ['百分点', percent],
      ['倍', multiple],
      ['参数', parameters],
      ['个参数', parameters],
      ['参数量', parameters],
      ['上下文', tokens],
      ['词元', tokens],
      ['年', duration('年')],
      ['个月', duration('月')],
      ['个季度', duration('季度')],
      ['天', duration('日')],
      ['周', duration('周')],
      ['个星期', duration('周')],
      ['小时', duration('小时')],
      ['个小时', duration('小时')],
      ['分钟', duration('分钟')],
      ['秒', duration('秒')],
      ['秒钟', duration('秒')],
      ['个世纪', duration('世纪')],
      ['个工作日', duration('工作日')],
      ['个钟头', duration('小时')],
      ['毫秒', duration('毫秒')],
      ['微秒', duration('微秒')],
      ['纳秒', duration('纳秒')],
      ['米', measure('m')],
      ['公里', measure('km')],
      ['千米', measure('km')],
      ['厘米', measure('cm')],
      ['毫米', measure('mm')],
      ['微米', measure('μm')],
      ['纳米', measure('nm')],
      ['公斤', measure('kg')],
      ['千克', measure('kg')],
      ['克', measure('g')],
      ['吨', measure('t')],
      ['平方米', measure('m²')],
      ['平米', measure('m²')],
      ['毫安', measure('mA')],
      ['毫安时', measure('mAh')],
      ['平方公里', measure('km²')],
      ['吉瓦', measure('GW')],
      ['兆瓦', measure('MW')],
      ['千瓦', measure('kW')],
      ['瓦', measure('W')],
      ['千瓦时', measure('kWh')],
      ['度电', measure('kWh')],
      ['英寸', measure('inch')],
      ['寸', measure('inch')],
      ['英里', measure('mile')],
      ['个基点', measure('bps')],
      ['基点', measure('bps')],
      ['升', measure('L')],
      ['毫升', measure('mL')],
      ['毫克', measure('mg')],
      ['英尺', measure('ft')],
      ['公顷', measure('ha')],
      ['立方米', measure('m³')],
      ['摄氏度', measure('°C')],
      ['华氏度', measure('°F')],
      ['平方厘米', measure('cm²')],
      ['光年', measure('光年')],
      ['海里', measure('nmi')],
      ['斤', measure('斤')],
      ['盎司', measure('oz')],
      ['微克', measure('μg')],
      ['马力', measure('hp')],
      ['匹马力', measure('hp')],
      ['牛·米', measure('N·m')],
      ['牛米', measure('N·m')],
      ['分贝', measure('dB')],
      ['千卡', measure('kcal')],
      ['大卡', measure('kcal')],
      ['赫兹', measure('Hz')],
      ['像素', measure('px')],
    ]),
);

/** Times of which there are halves and more than so many: 1个半小时, 5个多月. */
export const wholeTimes = lazy(
  (): HanWords<Unit> =>
    hanWords<Unit>([
      ['小时', duration('小时')],
      ['钟头', duration('小时')],
      ['月', duration('月')],
      ['星期', duration('周')],
      ['季度', duration('季度')],
      ['世纪', duration('世纪')],
    ]),
);

/** Units of Latin letters fused to a number, by their exact case. */
export const fusedUnits = lazy(
  (): ReadonlyMap<string, Unit> =>
    new Map([
      ['x', multiple],
      ['X', multiple],
      ['s', duration('秒')],
      ['h', duration('小时')],
      ['W', measure('W')],
      ['V', measure('V')],
      ['g', measure('g')],
      ['m', measure('m')],
      ['L', measure('L')],
      ['p', measure('p')],
    ]),
);

/** Units of Latin letters fused or behind a hyphen, folded: in Galaxy Z 8 Fold and 10 HP laptops they are none. */
export const joinedUnits = lazy(
  (): ReadonlyMap<string, Unit> =>
    new Map([
      ['fold', multiple],
      ['pp', percent],
      ['hp', measure('hp')],
      ['db', measure('dB')],
    ]),
);

/** Units of Latin letters fused or behind a space, folded. */
export const latinUnits = lazy(
  (): ReadonlyMap<string, Unit> =>
    new Map<string, Unit>([
      ...['gb', 'mb', 'tb', 'kb', 'pb', 'gw', 'mw', 'tw', 'kw'].map((name): [string, Unit] => [
        name,
        measure(name === 'kw' ? 'kW' : name.toUpperCase()),
      ]),
      ...(
        [
          'kWh',
          'MWh',
          'GWh',
          'TWh',
          'GHz',
          'MHz',
          'kHz',
          'Hz',
          'nm',
          'mm',
          'cm',
          'km',
          'kg',
          'mAh',
          'Wh',
          'fps',
          'px',
        ] as const
      ).map((name): [string, Unit] => [name.toLowerCase(), measure(name)]),
      ...(
        [
          'FLOPS',
          'TFLOPS',
          'PFLOPS',
          'EFLOPS',
          'TOPS',
          'QPS',
          'Gbps',
          'Mbps',
          'Tbps',
          'GiB',
          'MiB',
          'TiB',
        ] as const
      ).map((name): [string, Unit] => [name.toLowerCase(), measure(name)]),
      ['ml', measure('mL')],
      ['bps', measure('bps')],
      ['bp', measure('bps')],
      ['tok', tokens],
      ['mph', measure('mph')],
      ['ppm', measure('ppm')],
      ['kcal', measure('kcal')],
      ['oz', measure('oz')],
      ['lbs', measure('lb')],
      ['flop', measure('FLOPS')],
      ['miles', measure('mile')],
      ['mile', measure('mile')],
      ['inches', measure('inch')],
      ['inch', measure('inch')],
      ['feet', measure('ft')],
      ['meters', measure('m')],
      ['tons', measure('t')],
      ['tonnes', measure('t')],
      ['ms', duration('毫秒')],
      ['ns', duration('纳秒')],
      ['μs', duration('微秒')],
      ['μm', measure('μm')],
      ['μg', measure('μg')],
      ['sec', duration('秒')],
      ['secs', duration('秒')],
      ['second', duration('秒')],
      ['seconds', duration('秒')],
      ['min', duration('分钟')],
      ['mins', duration('分钟')],
      ['minute', duration('分钟')],
      ['minutes', duration('分钟')],
      ['hr', duration('小时')],
      ['hrs', duration('小时')],
      ['hour', duration('小时')],
      ['hours', duration('小时')],
      ['day', duration('日')],
      ['days', duration('日')],
      ['week', duration('周')],
      ['weeks', duration('周')],
      ['month', duration('月')],
      ['months', duration('月')],
      ['year', duration('年')],
      ['years', duration('年')],
      ['percent', percent],
      ['pct', percent],
      ['ppt', percent],
      ['ppts', percent],
      ['times', multiple],
      ['token', tokens],
      ['tokens', tokens],
      ['context', tokens],
      ['param', parameters],
      ['params', parameters],
      ['parameter', parameters],
      ['parameters', parameters],
      ['dollar', money('USD')],
      ['dollars', money('USD')],
      ['usd', money('USD')],
      ['rmb', money('CNY')],
      ['cny', money('CNY')],
      ['yuan', money('CNY')],
      ['euro', money('EUR')],
      ['euros', money('EUR')],
      ['eur', money('EUR')],
      ['won', money('KRW')],
      ['yen', money('JPY')],
      ['rupees', money('INR')],
      ['usdt', money('USDT')],
      ['usdc', money('USDC')],
      ['cents', { ...money('USD'), factor: 0.01 }],
      ['user', count('user')],
      ['users', count('user')],
      ['people', count('people')],
      ['downloads', count('download')],
      ['developers', count('developer')],
      ['customers', count('customer')],
      ['subscribers', count('subscriber')],
      ['employees', count('employee')],
      ['stars', count('star')],
      ['views', count('view')],
      ['gpus', count('GPU')],
    ]),
);

/** Magnitudes of Latin letters, folded, fused or behind a space. */
export const latinMagnitudes = lazy(
  (): ReadonlyMap<string, number> =>
    new Map([
      ['thousand', 1e3],
      ['million', 1e6],
      ['billion', 1e9],
      ['trillion', 1e12],
      ['mn', 1e6],
      ['mln', 1e6],
      ['mio', 1e6],
      ['mrd', 1e9],
      ['bn', 1e9],
      ['bln', 1e9],
      ['tn', 1e12],
      ['lakh', 1e5],
      ['crore', 1e7],
    ]),
);

/** Magnitudes of one letter, fused, by their exact case. `m` and `b` only behind a currency. */
export const letterMagnitudes = lazy(
  (): ReadonlyMap<string, number> =>
    new Map([
      ['k', 1e3],
      ['K', 1e3],
      ['w', 1e4],
      ['W', 1e4],
      ['M', 1e6],
      ['B', 1e9],
      ['T', 1e12],
      ['m', 1e6],
      ['b', 1e9],
      ['t', 1e12],
    ]),
);

/** Magnitudes of one character, by its unit. */
export const hanMagnitudes = lazy(
  (): ReadonlyMap<number, number> =>
    new Map(
      (
        [
          ['十', 10],
          ['百', 1e2],
          ['千', 1e3],
          ['万', 1e4],
          ['萬', 1e4],
          ['亿', 1e8],
          ['億', 1e8],
          ['兆', 1e12],
        ] as const
      ).map(([name, power]) => [name.charCodeAt(0), power]),
    ),
);

/** What a rate is by, behind a slash, with its canonical name. */
export const rateWords = lazy(
  (): HanWords<string> =>
    hanWords([
      ...[
        '月',
        '年',
        '小时',
        '次',
        '人',
        '秒',
        '分钟',
        '周',
        '千',
        '万',
        '百万',
        '亿',
        '台',
        '张',
        '股',
        '吨',
        '公斤',
        '度',
        '桶',
        '盎司',
        '斤',
        '克',
        '升',
        '片',
        '件',
        '瓶',
        '集',
        '篇',
        '字',
        '单',
        '晚',
        '亩',
        '公里',
        '平方米',
        '人次',
        '季度',
        '学期',
      ].map((name): [string, string] => [name, name]),
      ['天', '日'],
      ['日', '日'],
      ['平', '平方米'],
      ['平米', '平方米'],
      ['用户', '用户'],
      ['席位', '席位'],
      ['mo', '月'],
      ['month', '月'],
      ['mon', '月'],
      ['m', '百万'],
      ['yr', '年'],
      ['year', '年'],
      ['y', '年'],
      ['day', '日'],
      ['d', '日'],
      ['hr', '小时'],
      ['hour', '小时'],
      ['h', '小时'],
      ['week', '周'],
      ['wk', '周'],
      ['w', '周'],
      ['s', '秒'],
      ['sec', '秒'],
      ['second', '秒'],
      ['min', '分钟'],
      ['minute', '分钟'],
      ['user', '用户'],
      ['seat', '席位'],
      ['k', '千'],
      ['mtok', '百万token'],
      ['million', '百万'],
      ['token', 'token'],
      ['tokens', 'token'],
      ['barrel', '桶'],
      ['bbl', '桶'],
      ['ounce', '盎司'],
      ['oz', '盎司'],
      ['ton', '吨'],
      ['tonne', '吨'],
      ['kg', '公斤'],
      ['night', '晚'],
      ['quarter', '季度'],
      ['person', '人'],
      ['share', '股'],
      ['kwh', 'kWh'],
      ['gpu', 'GPU'],
      ['image', '张'],
    ]),
);
