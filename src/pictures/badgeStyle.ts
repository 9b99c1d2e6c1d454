import { FILLS, HATCH_OPACITY, LABEL, LIGHT } from './palette';
import type { Look } from './people';

const THIN = `color-mix(in srgb,${LABEL} ${HATCH_OPACITY * 100}%,transparent)`;

/** The marks of `patterns.ts`, as images of 8 by 8. */
const MARKS: Readonly<Record<Exclude<Look['mark'], 'plain'>, string>> = {
  dots: `radial-gradient(circle,${THIN} 1.6px,transparent 1.8px)`,
  stripes: `linear-gradient(90deg,${THIN} 2px,transparent 2px)`,
  rings: `radial-gradient(circle,transparent 1.7px,${THIN} 1.9px 2.9px,transparent 3.1px)`,
};

/**
 * The style of the badges of people in a page: the colours, patterns and initials of the pictures, for
 * elements `class="badge CLASSES" data-initials="INITIALS"`. They keep their colours on paper, and if
 * the reader's system chooses colours of its own (forced colours).
 */
export const BADGE_STYLE = [
  `.badge{display:inline-block;flex:none;min-width:2.2em;padding:0 .3em;border:1px solid ${LIGHT.edge};border-radius:3px;color:${LABEL};font-size:.72em;font-weight:500;line-height:1.5;text-align:center;forced-color-adjust:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}`,
  '.badge::before{content:attr(data-initials)}',
  ...FILLS.map((fill, index) => `.fill-${index}{background-color:${fill}}`),
  ...Object.entries(MARKS).map(
    ([mark, image]) => `.badge.${mark}{background-image:${image};background-size:8px 8px}`,
  ),
].join('\n');

/** The classes of somebody's badge, besides `badge` itself. */
export function badgeClasses({ fill, mark }: Look): string {
  const colour = `fill-${FILLS.indexOf(fill)}`;
  return mark === 'plain' ? colour : `${colour} ${mark}`;
}
