/** What the kernel is called by. */
export { extentX, extentY, meanX, meanY, survey } from './center.js';
export { crc32, startChecksums } from './checksum.js';
export { deflateBlock, deflatedBytes, deflateWorkBytes, endStream, startStream } from './deflate.js';
export { filterBytes, filterUp } from './filter.js';
export {
  boxes,
  centerBoxes,
  placeAll,
  placedArea,
  placeWord,
  useWords,
  wantedArea,
  wantSizes,
} from './fit.js';
export { glyphWorkBytes, outlineBytes, readGlyph } from './glyf.js';
export { useGrid } from './grid.js';
export { colorBoxes, coloringBytes } from './neighbours.js';
export { mixPalette, paint, paintingBytes, paintWords, useBand, usePlaces } from './paint.js';
export { clearPlacement, foundX, foundY, placementBytes, roomAt, usePlacement } from './place.js';
export { addOutline, resetRows } from './raster.js';
export { missingGlyphs, setWords, useFonts } from './text.js';
