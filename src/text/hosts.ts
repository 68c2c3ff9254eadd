import { isDigitUnit, isLetterUnit } from './unit-kinds.js';
import { WordSet } from './word-set.js';

/** Hosts of short links, where a path is a code of letters and digits. */
export const shortHosts = new WordSet(
  't.co t.cn url.cn dwz.cn suo.im b23.tv v.douyin.com xhslink.com v.kuaishou.com sourl.cn mrw.so bit.ly j.mp goo.gl maps.app.goo.gl ' +
    'forms.gle g.co youtu.be lnkd.in amzn.to amzn.asia a.co aka.ms ow.ly buff.ly is.gd v.gd cutt.ly t.ly rb.gy tinyurl.com tiny.cc ' +
    'shorturl.at dlvr.it ift.tt trib.al hubs.ly hubs.la git.io redd.it flic.kr spoti.fi apple.co apple.news fb.me fb.watch ig.me ' +
    'msft.it wp.me nyti.ms reut.rs bloom.bg on.ft.com wapo.st econ.st cnn.it bbc.in politi.co pin.it vm.tiktok.com vt.tiktok.com ' +
    'lnk.to w.wiki pca.st gofund.me ebay.us discord.gg',
);
export const LONGEST_SHORT_HOST = 15;

const topLevels = new WordSet(
  'com cn org net io ai co dev app edu gov me tv cc info xyz so jp uk de fr eu tech top hk tw us sh gg ly link site wiki blog online cloud pub vip',
);

/** Letters, digits and hyphens of ASCII, of which the names in a host are made. */
export function isHostUnit(unit: number): boolean {
  return isLetterUnit(unit | 0x20) || isDigitUnit(unit) || unit === 0x2d;
}

/** True if the last part of a host, folded, is a top-level domain that people write without a scheme. */
export function isTopLevel(part: string): boolean {
  return topLevels.has(part);
}
