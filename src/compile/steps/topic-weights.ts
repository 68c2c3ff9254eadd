/** Weights of the topics for a document, src/wasm/topic-weights.ts, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('topic-weights');
