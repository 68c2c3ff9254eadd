/**
 * What several groupings of the same documents say together: topics of each are named by those of the first that they
 * share most documents with, one to one, and each document gets the topic that most name; at a tie the first grouping's.
 *
 * O(groupings · (documents + k³)).
 * @see Strehl & Ghosh, "Cluster ensembles", JMLR 2002
 */
export function consensus(groupings: readonly Int32Array[], k: number): Int32Array {
  const first = groupings[0] as Int32Array;
  if (groupings.length < 3) return first;
  const votes = new Uint8Array(first.length * k);
  for (const topics of groupings) {
    const names = namesOf(topics, first, k);
    for (let document = 0; document < first.length; document++) {
      const at = document * k + (names[topics[document] as number] as number);
      votes[at] = (votes[at] as number) + 1;
    }
  }
  return first.map((own, document) => {
    const from = document * k;
    let best = own;
    for (let topic = 0; topic < k; topic++) {
      if ((votes[from + topic] as number) > (votes[from + best] as number)) best = topic;
    }
    return best;
  });
}

/** Topic of `others` for each topic, largest common parts first. */
function namesOf(topics: Int32Array, others: Int32Array, k: number): Int32Array {
  const shared = new Int32Array(k * k);
  for (let document = 0; document < topics.length; document++) {
    const at = (topics[document] as number) * k + (others[document] as number);
    shared[at] = (shared[at] as number) + 1;
  }
  const names = new Int32Array(k).fill(-1);
  const isTaken = new Uint8Array(k);
  for (let round = 0; round < k; round++) {
    let best = -1;
    for (let at = 0; at < shared.length; at++) {
      if (names[Math.floor(at / k)] !== -1 || isTaken[at % k] === 1) continue;
      if (best === -1 || (shared[at] as number) > (shared[best] as number)) best = at;
    }
    names[Math.floor(best / k)] = best % k;
    isTaken[best % k] = 1;
  }
  return names;
}
