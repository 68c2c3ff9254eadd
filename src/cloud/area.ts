/** The drawing area, in pixels. */
export interface Area {
  readonly width: number;
  readonly height: number;
  /** Empty border on each side. */
  readonly margin: number;
}

/** A picture laid into the area: as large as its margins allow, in proportion, in the middle. */
interface FittedPicture {
  readonly left: number;
  readonly top: number;
  /** Pixels of the area for one pixel of the picture. */
  readonly scale: number;
}

export function fitPicture(
  picture: { readonly width: number; readonly height: number },
  area: Area,
): FittedPicture {
  const wide = Math.max(1, area.width - 2 * area.margin);
  const tall = Math.max(1, area.height - 2 * area.margin);
  const scale = Math.min(wide / picture.width, tall / picture.height);
  return {
    left: (area.width - picture.width * scale) / 2,
    top: (area.height - picture.height * scale) / 2,
    scale,
  };
}
