/**
 * Fills of people, the same in light and dark: any two differ by at least 10 (CIEDE2000) for people
 * with and without colour blindness, and {@link LABEL} is readable on each. A test computes both.
 */
export const FILLS = [
  '#7aa6e0',
  '#efad6d',
  '#6dcfaf',
  '#f3e8a5',
  '#cea1be',
  '#b4e1f5',
  '#afa020',
  '#e67f7c',
] as const;

/** Text on a fill. */
export const LABEL = '#16191d';

/** The hatching of a cover: {@link LABEL}, thinned, so that names remain readable on it. */
export const HATCH_OPACITY = 0.2;

/** The fill of signs in a legend that stand for nobody in particular. */
export const NOBODY = '#c3cad2';

/** The colour of warnings on a fill. */
export const ALARM_ON_FILL = '#98001a';

/** Colours of one theme. */
export interface Theme {
  /** Behind everything. */
  readonly paper: string;
  /** Names and titles. */
  readonly ink: string;
  /** Dates and notes. */
  readonly quiet: string;
  /** Lines of the grid. */
  readonly line: string;
  /** Outlines of bars, which make light fills stand out. */
  readonly edge: string;
  /** Days that nobody works. */
  readonly weekend: string;
  /** Public holidays. */
  readonly holiday: string;
  /** What needs attention: a broken run, a page. */
  readonly alarm: string;
  /** What is well again. */
  readonly calm: string;
  /** The present moment in the picture. */
  readonly now: string;
}

export const LIGHT: Theme = {
  paper: '#ffffff',
  ink: '#1f2328',
  quiet: '#59636e',
  line: '#d8dee4',
  edge: '#7d8590',
  weekend: '#f1f3f6',
  holiday: '#fbe9d0',
  alarm: '#c21f30',
  calm: '#146c3f',
  now: '#0a5fc2',
};

export const DARK: Theme = {
  paper: '#0d1117',
  ink: '#f0f3f6',
  quiet: '#9aa4af',
  line: '#2d333b',
  edge: '#0d1117',
  weekend: '#171c24',
  holiday: '#3a2c14',
  alarm: '#ff7b72',
  calm: '#4ac77f',
  now: '#6cb2ff',
};
