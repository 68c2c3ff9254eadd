/** What the kernel is called by. */
export { paint, usePicture } from './paint.js';
export { clearPlacement, foundX, foundY, place, placementBytes, roomAt, usePlacement } from './place.js';
export { addOutline, addWord, resetRaster } from './raster.js';
export { emptiestTile } from './tiles.js';
