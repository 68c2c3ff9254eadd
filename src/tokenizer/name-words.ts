/** Behind the dot of names that are no links. */
export const DOTTED = new Set('ai io com app dev js net org tv xyz co'.split(' '));
/** What products are sold as. */
export const TIERS = new Set(['plus', 'pro', 'max', 'ultra']);
/** What devices are sold as besides. */
export const DEVICE_TIERS = new Set([...TIERS, 'air', 'mini', 'se', 'fold', 'flip', 'lite', 'ti', 'super']);
/** Lines of chips and machines whose members have numbers: 酷睿 Ultra 7 356H, DGX GB200. */
export const NUMBERED = new Set([
  'Core Ultra',
  'DGX',
  'Dimensity',
  'Exynos',
  'Kirin',
  'Ryzen',
  'Snapdragon',
  'Ascend',
]);
/** Words that make another product of one: Qwen Studio, Codex App Server, Google Maps Platform. */
export const PRODUCT_PARTS = new Set(
  'Studio Platform Server Cloud Desktop Mobile Workspace Hub Store Console Playground Connect Extension App Marketplace CLI Search Labs'.split(
    ' ',
  ),
);
/** Behind a hyphen they say what a thing has to do with the name, and are no part of it: GPT-5-based. */
export const RELATIONS = new Set(
  'based powered like level style class driven enabled generated backed only era made led native free ready first'.split(
    ' ',
  ),
);
/** Behind the number of a device it is an amount. */
export const COUNTED = '年月日号亿万千百倍点时元块%％个名款家岁周';
/** Capitalized words beside names that are no part of them. */
export const TITLES = new Set(
  'CEO CTO CFO COO CMO CPO VP IPO API GPU CPU NPU PC TV VR AR XR UI UX PPT PDF HN US USA UK EU IT HR PR'.split(
    ' ',
  ),
);
