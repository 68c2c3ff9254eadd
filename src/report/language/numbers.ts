import { groupDigits } from '../../base/group-digits.js';
import type { Quantity } from '../../tokenizer/index.js';

const currencyNames = new Map([
  ['USD', '美元'],
  ['CNY', '元'],
  ['EUR', '欧元'],
  ['GBP', '英镑'],
  ['JPY', '日元'],
  ['HKD', '港元'],
  ['KRW', '韩元'],
  ['TWD', '新台币'],
  ['INR', '卢比'],
  ['SGD', '新加坡元'],
  ['CHF', '瑞士法郎'],
  ['AUD', '澳元'],
  ['CAD', '加元'],
  ['NZD', '新西兰元'],
  ['RUB', '卢布'],
  ['BRL', '雷亚尔'],
  ['THB', '泰铢'],
  ['VND', '越南盾'],
  ['IDR', '印尼盾'],
  ['MYR', '林吉特'],
  ['AED', '迪拉姆'],
  ['TRY', '里拉'],
  ['SEK', '瑞典克朗'],
  ['NOK', '挪威克朗'],
  ['DKK', '丹麦克朗'],
  ['ZAR', '兰特'],
]);

function trimZeros(fixed: string): string {
  return fixed.includes('.') ? fixed.replace(/0+$/, '').replace(/\.$/, '') : fixed;
}

/**
 * A number as a Chinese reader writes it: 950, 1,234, 1.2 万, 3.5 亿, 1 万亿. At most `digits` decimals.
 */
export function formatNumber(value: number, digits = 1): string {
  const size = Math.abs(value);
  if (size >= 1e12) return `${trimZeros((value / 1e12).toFixed(digits))} 万亿`;
  if (size >= 1e8) return `${trimZeros((value / 1e8).toFixed(digits))} 亿`;
  if (size >= 1e4) return `${trimZeros((value / 1e4).toFixed(digits))} 万`;
  if (Number.isInteger(value)) return groupDigits(value);
  return trimZeros(value.toFixed(Math.max(digits, 2)));
}

/** How many times as much, as precise as a reader cares for: 4.3 倍, 14 倍. */
export function formatTimes(times: number): string {
  return `${formatNumber(Number(times.toPrecision(2)))}倍`;
}

/** A share of the whole as a percentage: 0.374 is 37%, 0.004 is 0.4%. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return `${trimZeros(percent.toFixed(1))}%`;
  return `${Math.round(percent)}%`;
}

/** A signed number with two decimals and a true minus sign: +0.31, −0.12. */
export function formatScore(score: number): string {
  const size = Math.abs(score).toFixed(2);
  return score < 0 && size !== '0.00' ? `−${size}` : `+${size}`;
}

/** The interval of a score: −0.12 至 +0.31. */
export function formatInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${formatScore(low)} 至 ${formatScore(high)}`;
}

/** An amount of money in words: 1000 亿美元, 约 9 美元/月. Keeps up to four decimals of 万 or 亿. */
export function formatMoney(quantity: Quantity): string {
  const currency = quantity.currency ?? 'USD';
  const name = currencyNames.get(currency) ?? ` ${currency}`;
  const per = quantity.per === undefined ? '' : `/${quantity.per}`;
  return `${boundWord(quantity)}${formatNumber(quantity.value, 4)}${name}${per}`;
}

function boundWord(quantity: Quantity): string {
  if (quantity.bound === 'about') return '约 ';
  if (quantity.bound === 'over') return '超过 ';
  if (quantity.bound === 'under') return '不到 ';
  return '';
}
