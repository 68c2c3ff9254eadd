import asc from 'assemblyscript/asc';

/**
 * AssemblyScript to WebAssembly with vectors, on a memory that the caller brings.
 *
 * @param main  the file that exports what is called
 * @param read  the source of a file by its name, undefined if there is none
 * @param isShared  whether threads share the memory
 * @throws with what the compiler says
 */
export async function compileAssemblyScript(
  main: string,
  read: (name: string) => string | undefined,
  isShared = false,
): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array | undefined;
  const options = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--importMemory'];
  if (isShared) options.push('--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536');
  const { error, stderr } = await asc.main([main, ...options, '--outFile', 'out.wasm'], {
    readFile: (name) => read(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'out.wasm' && typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(stderr.toString(), { cause: error });
  return Uint8Array.from(binary);
}
