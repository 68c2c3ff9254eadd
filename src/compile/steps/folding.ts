/** Inner loops of folding copies, src/wasm/folding.ts, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('folding');
