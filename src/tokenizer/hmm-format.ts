/** What the compiled models share with the code that reads them. */
export const HMM_KIND = 'HMM4';
export const HMM_VERSION = 1;
export const POS_KIND = 'HMMP';
export const POS_VERSION = 1;

/** jieba's class of Han: U+4E00 to U+9FD5. */
export const HAN_FIRST = 0x4e00;
export const HAN_COUNT = 0x9fd5 - 0x4e00 + 1;

/** jieba's stand-in for the logarithm of zero. */
export const MIN_LOG = -3.14e100;
