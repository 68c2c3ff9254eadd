type Child = Node | string;

/** An element with attributes and children; text is text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function byId<E extends HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element #${id}`);
  return element as E;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A table whose columns named in `numeric` stand right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly Child[])[],
  numeric: readonly number[],
): HTMLElement {
  const classOf = (index: number): Record<string, string> => (numeric.includes(index) ? { class: 'n' } : {});
  const head = make(
    'tr',
    {},
    ...header.map((name, index) => make('th', { scope: 'col', ...classOf(index) }, name)),
  );
  const body = rows.map((cells) =>
    make('tr', {}, ...cells.map((cell, index) => make('td', classOf(index), cell))),
  );
  return make(
    'div',
    // What scrolls sideways on a phone must be reached by the keyboard.
    { class: 'wide', tabindex: '0', role: 'group', 'aria-label': header.join('、') },
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)),
  );
}
