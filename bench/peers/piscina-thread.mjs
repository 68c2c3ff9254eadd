/** What src/workers/count-thread.ts does, as a task of piscina: the same counter on the same messages. */
const { TermCounter } = await import(new URL('../../dist/partial.js', import.meta.url).href);
const counter = await TermCounter.load();
let told = 0;

export default function count({ bytes, ends, days, dayNames }) {
  const all = Buffer.from(bytes);
  const texts = [];
  let from = 0;
  for (const to of ends) {
    texts.push(all.toString('utf16le', from * 2, to * 2));
    from = to;
  }
  const counts = counter.countNow({ texts, days: [...days].map((day) => dayNames[day]) });
  const terms = counts.terms.slice(told);
  told = counts.terms.length;
  return { days: counts.days, promotional: counts.promotional, terms };
}
