export { type Displayable, type MediaBundle, type Showable, show } from './show.js';
export { htmlTable, type Row } from './table.js';
