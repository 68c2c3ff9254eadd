import { checkOptions, checkSwitch, type OptionNames } from '../base/check.js';

/** Whether runs that the dictionary does not explain go through the hidden Markov model. Default: true. */
export interface CutOptions {
  readonly hmm?: boolean | undefined;
}

export const cutOptions: OptionNames<CutOptions> = { hmm: true };

/** The option `hmm`, true where it is not given. `names` are those of all options of the call. */
export function hmmOf(
  options: CutOptions | undefined,
  names: Readonly<Record<string, true>> = cutOptions,
): boolean {
  if (options === undefined) return true;
  checkOptions(options, names);
  return checkSwitch('hmm', options.hmm, true);
}
