import type { Room } from './room.js';

/** Sets of integers that are united step by step; the smallest member stands for its set. */
export class DisjointSets {
  private readonly parents: Int32Array;

  constructor(
    room: Room,
    readonly size: number,
  ) {
    this.parents = room.int32(size);
    for (let index = 0; index < size; index++) this.parents[index] = index;
  }

  find(member: number): number {
    const { parents } = this;
    let root = member;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  unite(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA < rootB) this.parents[rootB] = rootA;
    else this.parents[rootA] = rootB;
  }
}
