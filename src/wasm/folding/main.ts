/**
 * Inner loops of folding copies in AssemblyScript, what src/corpus/fold does in JavaScript: the same integers. Texts are UTF-16
 * units by the addresses of their first one; 16 bytes behind a text may be read.
 */
export { indexOfPair } from './index-of-pair';
export { keepAlike } from './keep-alike';
export { normalize } from './normal-form';
export { sign } from './sign';
