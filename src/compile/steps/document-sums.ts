/** Sums of the vectors of words that documents have, src/wasm/document-sums.ts, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('document-sums');
