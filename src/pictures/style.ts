import { ALARM_ON_FILL, DARK, LABEL, LIGHT, type Theme } from './palette';

/** A font of each platform; none is fetched. */
const FONT =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif';

function properties(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--wb-${name}:${colour}`)
    .join(';');
}

const FILLED = Object.keys(LIGHT)
  .map((name) => `.wb-${name}{fill:var(--wb-${name})}`)
  .join('');

/**
 * The style of every picture. A page that shows pictures inline puts it into its own style sheet once,
 * and may set the custom properties (`--wb-paper`, `--wb-ink`, ...) as it likes: they have no
 * specificity here.
 */
export const PICTURE_STYLE = [
  `:where(.wb-picture){${properties(LIGHT)}}`,
  `@media (prefers-color-scheme:dark){:where(.wb-picture){${properties(DARK)}}}`,
  `.wb-picture text{font-family:${FONT};font-size:12px;fill:var(--wb-ink)}`,
  '.wb-picture tspan{unicode-bidi:isolate}',
  FILLED.replaceAll('.wb-', '.wb-picture .wb-'),
  `.wb-picture .wb-label{fill:${LABEL}}`,
  '.wb-picture .wb-title{font-size:14px;font-weight:600}',
  '.wb-picture .wb-name{font-size:13px;font-weight:600}',
  '.wb-picture .wb-small{font-size:11px}',
  '.wb-picture .wb-grid{stroke:var(--wb-line)}',
  '.wb-picture .wb-bar{stroke:var(--wb-edge)}',
  `.wb-picture .wb-clash{fill:none;stroke:${ALARM_ON_FILL};stroke-width:2}`,
  `.wb-picture .wb-sign{fill:${ALARM_ON_FILL}}`,
  '.wb-picture .wb-open{fill:none;stroke:var(--wb-alarm);stroke-width:2}',
  '.wb-picture .wb-answered{fill:none;stroke:var(--wb-quiet);stroke-width:2}',
  '.wb-picture .wb-taken{fill:none;stroke:var(--wb-quiet);stroke-dasharray:3 3}',
  '.wb-picture .wb-moment{stroke:var(--wb-now);stroke-width:1.5}',
].join('\n');
