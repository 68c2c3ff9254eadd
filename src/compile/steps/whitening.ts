/** Vectors of documents multiplied by a triangular matrix, src/wasm/whitening.ts, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('whitening');
