/** Whether an offset lies within an ordinary Chinese word. */
export type BreaksWord = (offset: number) => boolean;
