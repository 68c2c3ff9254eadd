/** The characters that jieba takes for Chinese: U+4E00 to U+9FD5. */
export const HAN_FIRST = 0x4e00;
export const HAN_LAST = 0x9fd5;
export const HAN_COUNT = HAN_LAST - HAN_FIRST + 1;
