import { Temporal } from 'temporal-polyfill';
import { asOfIn, type CommonOptions, endOption, instantOption, type Unsaid } from '../../src/cli/session';

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

describe('ASOF001', () => {
  test('a local time that the clocks skip is refused, with what the clocks do', () => {
    expect(() => instantOption('--at', '2026-03-29T01:30', 'Europe/London')).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message:
          'ASOF001: --at is a time that the clocks skip: "2026-03-29T01:30"\n' +
          '  the clocks of Europe/London go forward from 01:00 to 02:00 on Sun 29 Mar 2026: write an earlier or a later time',
      }),
    );
    expect(() => endOption('--until', '2011-12-30', 'Pacific/Apia')).toThrow(
      'the clocks of Pacific/Apia go forward from Fri 30 Dec 2011 00:00 to Sat 31 Dec 2011 00:00',
    );
    expect(instantOption('--at', '2026-03-29T02:00', 'Europe/London').toString()).toBe(
      '2026-03-29T01:00:00Z',
    );
  });

  test('all else says how to write an instant, and where it came from', () => {
    expect(() => asOf('today', { asOf: '2026-02-30' })).toThrow(
      'ASOF001: --as-of is not a valid instant: "2026-02-30"\n  write a date (2026-11-09), a local time (2026-11-09T08:30) or RFC 3339 (2026-11-09T08:30:00+08:00); local means Asia/Kuala_Lumpur',
    );
    expect(() => asOf('today', {}, { WATCHBILL_AS_OF: 'soon' })).toThrow(
      'ASOF001: WATCHBILL_AS_OF is not a valid instant: "soon"',
    );
  });
});
