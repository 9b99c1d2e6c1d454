import { type Drawing, MARGIN, type PictureOptions, pictureId, pictureText } from './picture';
import { element, type Markup } from './svg';

/** A part of a picture, with a caption: its title. */
export interface Panel {
  /** Width in units of the picture. */
  readonly width: number;
  /** Draws it with ids of its own. */
  readonly draw: (options: PictureOptions) => Drawing;
}

const CAPTION = 26;

/**
 * Several drawings in one picture, side by side or one below the other.
 * @param title what the picture is called for screen readers
 */
export function panels(
  title: string,
  parts: readonly Panel[],
  isBeside: boolean,
  options: PictureOptions = {},
): string {
  const id = pictureId(options);
  const drawings = parts.map(({ width, draw }, index) => draw({ id: `${id}-${index + 1}`, width }));
  const drawn: Markup[] = [];
  let [x, y] = [0, 0];
  for (const drawing of drawings) {
    drawn.push(...panel(drawing, x, y));
    if (isBeside) x += drawing.width;
    else y += CAPTION + drawing.height;
  }
  const heights = drawings.map(({ height }) => CAPTION + height);
  const widths = drawings.map(({ width }) => width);
  return pictureText(
    {
      width: isBeside ? x : Math.max(...widths),
      height: isBeside ? Math.max(...heights) : y,
      title,
      description: drawings.map((drawing) => `${drawing.title}. ${drawing.description}`).join(' '),
      parts: drawn,
    },
    options,
  );
}

function panel({ width, height, title, parts }: Drawing, x: number, y: number): Markup[] {
  return [
    element('text', { x: x + MARGIN, y: y + CAPTION, class: 'wb-title' }, title),
    element('svg', { x, y: y + CAPTION, width, height }, ...parts),
  ];
}
