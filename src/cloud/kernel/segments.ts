/** Kinds of segments of an outline. */
export const MOVE: i32 = 0;
export const LINE: i32 = 1;
export const QUAD: i32 = 2;
export const CUBIC: i32 = 3;
