import { HATCH_OPACITY, LABEL } from './palette';
import { element, type Markup } from './svg';

/** Names of the patterns that are drawn over fills. */
type PatternName = 'hatch' | 'dots' | 'stripes' | 'rings';

const NAMES: readonly PatternName[] = ['hatch', 'dots', 'stripes', 'rings'];

/** The definitions of all patterns, in one picture. */
export function patterns(picture: string): Markup {
  return element('defs', {}, ...NAMES.map((name) => patternOf(picture, name)));
}

function patternOf(picture: string, name: PatternName): Markup {
  const size = name === 'hatch' ? 7 : 8;
  return element(
    'pattern',
    {
      id: `${picture}-${name}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: name === 'hatch' ? 'rotate(45)' : undefined,
    },
    DRAWN[name],
  );
}

const THIN = { 'fill-opacity': HATCH_OPACITY, fill: LABEL };
const DRAWN: Readonly<Record<PatternName, Markup>> = {
  hatch: element('rect', { width: 2.5, height: 7, ...THIN }),
  dots: element('circle', { cx: 4, cy: 4, r: 1.6, ...THIN }),
  stripes: element('rect', { width: 2, height: 8, ...THIN }),
  rings: element('circle', {
    cx: 4,
    cy: 4,
    r: 2.4,
    fill: 'none',
    stroke: LABEL,
    'stroke-opacity': HATCH_OPACITY,
    'stroke-width': 1.2,
  }),
};
