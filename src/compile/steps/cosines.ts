/** Products of document vectors and topics, src/kernel/cosines.ts, as WebAssembly. */
import { kernelStep } from '../kernel-step.js';

export default kernelStep('cosines');
