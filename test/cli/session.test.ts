import { Temporal } from 'temporal-polyfill';
import { asOfIn, type CommonOptions, type Unsaid } from '../../src/cli/session';

const KL = 'Asia/Kuala_Lumpur';
const now = () => Temporal.Instant.from('2026-11-24T20:15:06.789Z');
const asOf = (unsaid?: Unsaid, options: CommonOptions = {}, env: Record<string, string> = {}) => {
  const { asOf: at, asOfGiven } = asOfIn(KL, options, { env, now }, unsaid);
  return [at.toString(), asOfGiven];
};

test('where nothing is said it is the start of the local day to look, and the present second to deploy', () => {
  expect(asOf()).toEqual(['2026-11-24T16:00:00Z', false]);
  expect(asOf('today')).toEqual(['2026-11-24T16:00:00Z', false]);
  expect(asOf('now')).toEqual(['2026-11-24T20:15:06Z', false]);
  expect(asOf('now', {}, { WATCHBILL_AS_OF: '' })).toEqual(['2026-11-24T20:15:06Z', false]);
});

test.each(['today', 'now'] as const)(
  'what is said goes before %s, the option before the variable',
  (unsaid) => {
    const env = { WATCHBILL_AS_OF: '2026-11-23' };
    expect(asOf(unsaid, {}, env)).toEqual(['2026-11-22T16:00:00Z', true]);
    expect(asOf(unsaid, { asOf: '2026-12-01T08:30' }, env)).toEqual(['2026-12-01T00:30:00Z', true]);
  },
);
