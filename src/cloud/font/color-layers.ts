/** A glyph filled with one colour: RGBA from 0 to 255, or undefined for the colour of the text. */
export interface ColorLayer {
  readonly glyph: number;
  readonly color: readonly [number, number, number, number] | undefined;
}

const recordSize = 6;

/** The palette entry that stands for the colour of the text. */
const textColor = 0xffff;

/**
 * Layers of colour glyphs, as emoji fonts have them: tables `COLR` version 0 and `CPAL`.
 * @see OpenType 1.9, "COLR - Color Table", "CPAL - Color Palette Table"
 */
export class ColorLayers {
  private readonly bases: number;
  private readonly basesAt: number;
  private readonly layersAt: number;
  private readonly colorsAt: number;

  constructor(
    private readonly colr: DataView,
    private readonly cpal: DataView,
  ) {
    this.bases = colr.getUint16(2);
    this.basesAt = colr.getUint32(4);
    this.layersAt = colr.getUint32(8);
    this.colorsAt = cpal.getUint32(8) + 4 * cpal.getUint16(12);
  }

  /** Layers of a glyph from the lowest to the uppermost, undefined if it is of one colour. */
  layers(glyph: number): readonly ColorLayer[] | undefined {
    const { colr, cpal } = this;
    let [low, high] = [0, this.bases - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.basesAt + recordSize * middle;
      const base = colr.getUint16(at);
      if (base < glyph) low = middle + 1;
      else if (base > glyph) high = middle - 1;
      else {
        const first = colr.getUint16(at + 2);
        return Array.from({ length: colr.getUint16(at + 4) }, (_, index): ColorLayer => {
          const layer = this.layersAt + 4 * (first + index);
          const entry = colr.getUint16(layer + 2);
          const color = this.colorsAt + 4 * entry;
          return {
            glyph: colr.getUint16(layer),
            color:
              entry === textColor
                ? undefined
                : [
                    cpal.getUint8(color + 2),
                    cpal.getUint8(color + 1),
                    cpal.getUint8(color),
                    cpal.getUint8(color + 3),
                  ],
          };
        });
      }
    }
    return undefined;
  }
}
