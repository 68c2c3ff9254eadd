/** Inner loops of folding copies, src/wasm/folding, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('folding', 'folder');
