import { ALARM_ON_FILL, DARK, FILLS, HATCH_OPACITY, LABEL, LIGHT, NOBODY } from '../../src/pictures/palette';
import { contrast, difference, lab, over, SIGHTS } from './colour';

test('the formulas agree with published values', () => {
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  // The first pairs of the test data of Sharma, Wu and Dalal.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(difference([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286])).toBeCloseTo(0.6377, 4);
});

test.each(Object.entries(SIGHTS))('any two fills can be told apart: %s', (_, sight) => {
  const seen = FILLS.map((fill) => lab(fill, sight));
  const differences = seen.flatMap((one, index) => seen.slice(index + 1).map((two) => difference(one, two)));
  expect(differences).toHaveLength(28);
  expect(Math.min(...differences)).toBeGreaterThanOrEqual(10);
});

test('names are readable on every fill, between and on the lines of a pattern', () => {
  for (const fill of FILLS) {
    expect(contrast(LABEL, fill)).toBeGreaterThanOrEqual(6);
    expect(contrast(LABEL, over(LABEL, HATCH_OPACITY, fill))).toBeGreaterThanOrEqual(4.4);
  }
});

test('a clash stands out on every fill', () => {
  for (const fill of [...FILLS, NOBODY]) expect(contrast(ALARM_ON_FILL, fill)).toBeGreaterThanOrEqual(3);
});

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s: text is readable on paper, weekends and holidays', (_, theme) => {
  for (const back of [theme.paper, theme.weekend, theme.holiday])
    for (const text of [theme.ink, theme.quiet, theme.alarm, theme.calm, theme.now])
      expect(contrast(text, back)).toBeGreaterThanOrEqual(4.5);
});

test('bars stand out from the paper: by their outlines in light, by their fills in dark', () => {
  expect(contrast(LIGHT.edge, LIGHT.paper)).toBeGreaterThanOrEqual(3);
  for (const fill of FILLS) expect(contrast(fill, DARK.paper)).toBeGreaterThanOrEqual(3);
});
