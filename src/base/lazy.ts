/** A table that is built when it is first asked for, so that an import does not wait for it: a function that gives it. */
export function lazy<T extends object>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}
