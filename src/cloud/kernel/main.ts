/** What the kernel is called by. */
export { extentX, extentY, meanX, meanY, survey } from './center.js';
export { crc32 } from './checksum.js';
export { useGrid } from './grid.js';
export { paint, usePicture } from './paint.js';
export {
  clearPlacement,
  foundX,
  foundY,
  place,
  placementBytes,
  roomAt,
  usePlacement,
} from './place.js';
export { addOutline, addWord, resetRaster } from './raster.js';
export { emptiestTile } from './tiles.js';
