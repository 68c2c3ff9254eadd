export type { CanvasLike, CreateCanvas, ImageFormat } from './canvas.js';
export type {
  CloudLayout,
  CloudWord,
  MissingGlyph,
  PlacedWord,
  UncoloredWord,
  UnplacedReason,
  UnplacedWord,
} from './cloud-layout.js';
export type { ColorFunction, ColorOptions } from './coloring.js';
export type { ContourOptions } from './contour.js';
export { defaultFontSync, loadDefaultFont } from './default-font.js';
export type { ColorLayer } from './font/color-layers.js';
export { type CharacterMetrics, Font } from './font/font.js';
export type { Bounds, Outline } from './font/outline.js';
export { layoutCloud } from './layout.js';
export type { LayoutOptions, Rotation } from './layout-options.js';
export { loadFont, type MediaSource } from './media.js';
export { type Palette, type PaletteName, palettes } from './palette.js';
export type { Pixels } from './raster/paint.js';
export { type MaskImage, type ShapeName, shapeNames } from './shape.js';
export { type ScaleName, scaleNames } from './sizes.js';
export type { SvgOptions } from './svg.js';
export { installedFontFamilies } from './system-fonts.js';
export type { Weighting } from './text-terms.js';
export { WordCloud, wordCloud } from './word-cloud.js';
export type { CloudInput, TermProvider, WordCloudOptions } from './word-cloud-options.js';
