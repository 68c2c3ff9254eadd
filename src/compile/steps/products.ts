/** Products of the vectors of documents with centers of topics, src/wasm/products.ts, as WebAssembly. */
import { wasmStep } from '../wasm-step.js';

export default wasmStep('products');
