/** The number types of AssemblyScript, for sources that are compiled by TypeScript too. */
declare type i32 = number;
declare type f64 = number;
