import { PICTURE_STYLE } from './style';
import { element, lines, type Markup } from './svg';

/** The options of every picture. */
export interface PictureOptions {
  /**
   * Begins every id in the picture: letters, digits and hyphens. Two pictures of one page need
   * different ones.
   * @default 'picture'
   */
  readonly id?: string;
  /**
   * Width in units of the picture, which are CSS pixels where it is shown in its own size. The layout
   * fits it, so make a narrow picture for a phone instead of shrinking a wide one.
   * @default 720
   */
  readonly width?: number;
  /**
   * True for a file: the picture contains its style. False for a picture in a page whose style sheet has
   * `PICTURE_STYLE`.
   * @default true
   */
  readonly standalone?: boolean;
  /**
   * Id of a description of the same in the page, e.g. that of the picture in another width.
   * @default - it describes itself
   */
  readonly describedBy?: string;
}

/** A drawing and its description. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The name of the picture, for screen readers. */
  readonly title: string;
  /** All that the picture shows, in sentences. */
  readonly description: string;
  readonly parts: readonly Markup[];
}

/** Distance of everything from the edges of a picture. */
export const MARGIN = 16;
/** Width of a picture. */
export const WIDTH = 720;

/** The id of a picture. @throws RangeError if it could not begin an id in HTML */
export function pictureId({ id = 'picture' }: PictureOptions): string {
  if (!/^[a-zA-Z][\w-]*$/.test(id)) throw new RangeError(`not an id for a picture: ${JSON.stringify(id)}`);
  return id;
}

/** A whole picture as SVG text that ends with a line feed. */
export function pictureText(drawing: Drawing, options: PictureOptions): string {
  const { width, height, title, description, parts } = drawing;
  const id = pictureId(options);
  const style = options.standalone === false ? [] : [element('style', {}, { svg: `\n${PICTURE_STYLE}\n` })];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wb-picture',
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${options.describedBy ?? `${id}-desc`}`,
    },
    lines(
      element('title', { id: `${id}-title` }, title),
      ...(options.describedBy === undefined ? [element('desc', { id: `${id}-desc` }, description)] : []),
      ...style,
      element('rect', { width, height, rx: 8, class: 'wb-paper' }),
      ...parts,
    ),
  );
  return `${svg.svg.replace(/<\/svg>$/, '\n</svg>')}\n`;
}
