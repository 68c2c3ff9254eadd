/** The folders of src as boxes, what is imported above what imports it. */
import { useData } from 'vitepress';
import { defineComponent, h, type VNode } from 'vue';
import { data as folders } from './architecture.data.js';

const [WIDTH, ROW, BOX, HIGH] = [680, 62, 82, 28];

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Boxes of a row in the order of the mean place of what they import, so that few arrows cross. */
function places(): Map<string, Place> {
  const found = new Map<string, Place>();
  const last = Math.max(...folders.map(({ row }) => row));
  for (let row = 0; row <= last; row++) {
    const wanted = folders
      .filter((folder) => folder.row === row)
      .map(({ name, arrowsFrom }) => {
        const xs = arrowsFrom.map((other) => found.get(other)?.x ?? WIDTH / 2);
        return { name, x: xs.length === 0 ? WIDTH / 2 : xs.reduce((sum, x) => sum + x, 0) / xs.length };
      })
      .sort((a, b) => a.x - b.x || (a.name < b.name ? -1 : 1));
    const gap = WIDTH / wanted.length;
    for (const [index, { name }] of wanted.entries())
      found.set(name, { x: gap * (index + 0.5), y: 20 + row * ROW });
  }
  return found;
}

function arrow(from: Place, to: Place): VNode {
  const [start, end] = [from.y + HIGH / 2, to.y - HIGH / 2 - 5];
  const bend = (end - start) / 2;
  return h('path', {
    d: `M${from.x} ${start}C${from.x} ${start + bend} ${to.x} ${end - bend} ${to.x} ${end}`,
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
      arrowsFrom.map((other) => arrow(at.get(other) as Place, at.get(name) as Place)),
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
