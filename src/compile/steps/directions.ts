/** Vectors of documents, src/kernel/directions.ts, as WebAssembly. */
import { kernelStep } from '../kernel-step.js';

export default kernelStep('directions');
