/** Weights of topics, src/kernel/mixture.ts, as WebAssembly. */
import { kernelStep } from '../kernel-step.js';

export default kernelStep('mixture');
