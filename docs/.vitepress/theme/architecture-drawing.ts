/** The folders of src as boxes, what is imported above what imports it. */
import { useData } from 'vitepress';
import { defineComponent, h, type VNode } from 'vue';
import { data as folders } from './architecture.data.js';

const [WIDTH, ROW, BOX, HIGH] = [680, 62, 82, 28];
/** How wide the gap is that a passing arrow takes in a row, beside a box of 1. */
const PASSING = 0.3;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A box, or an arrow where it passes a row: what it hangs from, and its place. */
interface Slot {
  readonly from: readonly string[];
  readonly isBox: boolean;
}

const passing = (from: string, to: string, row: number): string => `${from} > ${to} ${row}`;

/** Slots of every row: an arrow that passes rows hangs from itself in the row before. */
function slotsByRow(): Map<string, Slot>[] {
  const rowOf = new Map(folders.map(({ name, row }) => [name, row]));
  const rows = Array.from({ length: Math.max(...rowOf.values()) + 1 }, () => new Map<string, Slot>());
  for (const { name, row, arrowsFrom } of folders) {
    const from = arrowsFrom.map((other) => {
      let last = other;
      for (let at = (rowOf.get(other) ?? 0) + 1; at < row; at++) {
        const slot = passing(other, name, at);
        rows[at]?.set(slot, { from: [last], isBox: false });
        last = slot;
      }
      return last;
    });
    rows[row]?.set(name, { from, isBox: true });
  }
  return rows;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? WIDTH / 2 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Slots of a row in the order of the mean place of what they hang from, so that few arrows cross. */
function places(): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const [row, slots] of slotsByRow().entries()) {
    const wanted = [...slots]
      .map(([name, { from, isBox }]) => {
        return { name, isBox, x: mean(from.map((other) => found.get(other)?.x ?? WIDTH / 2)) };
      })
      .sort((a, b) => a.x - b.x || (a.name < b.name ? -1 : 1));
    const unit = WIDTH / wanted.reduce((sum, { isBox }) => sum + (isBox ? 1 : PASSING), 0);
    let x = 0;
    for (const { name, isBox } of wanted) {
      const width = unit * (isBox ? 1 : PASSING);
      found.set(name, { x: x + width / 2, y: 20 + row * ROW });
      x += width;
    }
  }
  return found;
}

/** An arrow through the rows that it passes. */
function arrow(points: readonly Place[]): VNode {
  let d = '';
  for (const [index, { x, y }] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) {
      d = `M${x} ${y + HIGH / 2}`;
      continue;
    }
    const isLast = index === points.length - 1;
    const start = before.y + HIGH / 2;
    const end = y - HIGH / 2 - (isLast ? 5 : 0);
    const middle = (start + end) / 2;
    d += `C${before.x} ${middle} ${x} ${middle} ${x} ${end}`;
    if (!isLast) d += `L${x} ${y + HIGH / 2}`;
  }
  return h('path', {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.45,
    'marker-end': 'url(#architecture-arrow)',
  });
}

export default defineComponent(() => {
  const at = places();
  const { lang } = useData();
  return () => {
    const english = lang.value.startsWith('en');
    const height = 40 + ROW * Math.max(...folders.map(({ row }) => row));
    const arrows = folders.flatMap(({ name, arrowsFrom }) =>
      arrowsFrom.map((other) => {
        const between = folders.map((_, row) => at.get(passing(other, name, row)));
        return arrow([at.get(other), ...between, at.get(name)].filter((place) => place !== undefined));
      }),
    );
    const boxes = folders.map(({ name }) => {
      const { x, y } = at.get(name) as Place;
      return h('g', [
        h('rect', { x: x - BOX / 2, y: y - HIGH / 2, width: BOX, height: HIGH, rx: 6, class: 'folder' }),
        h('text', { x, y: y + 5, 'text-anchor': 'middle' }, name),
      ]);
    });
    const caption = english
      ? 'Read from the imports when this page was built: an arrow goes from what is imported to what imports it. Arrows that others imply are left out.'
      : '建站时由代码里的引用画出：箭头从被引用的指向引用它的；由别的箭头可以推出的省去。';
    return h('figure', { class: 'architecture' }, [
      h('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': caption }, [
        h('defs', [
          h(
            'marker',
            {
              id: 'architecture-arrow',
              viewBox: '0 0 8 8',
              refX: 4,
              refY: 4,
              markerWidth: 7,
              markerHeight: 7,
              orient: 'auto',
            },
            [h('path', { d: 'M0 0L8 4L0 8z', fill: 'currentColor', 'fill-opacity': 0.6 })],
          ),
        ]),
        ...arrows,
        ...boxes,
      ]),
      h('figcaption', caption),
    ]);
  };
});
