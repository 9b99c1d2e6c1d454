import { Temporal } from 'temporal-polyfill';
import { isNow, refuseOtherAsOf } from '../../src/cli/asOfNow';
import { clockText } from '../../src/cli/clock';

const NOW = Temporal.Instant.from('2026-11-24T03:15:07Z');
const refuse = (value: string | undefined) => () =>
  refuseOtherAsOf({ env: { WATCHBILL_AS_OF: value }, now: () => NOW }, 'Asia/Kuala_Lumpur', 'say --as-of');

test('two minutes from now still count as now, and a second more does not', () => {
  for (const seconds of [0, 120, -120]) expect(isNow(NOW.add({ seconds }), NOW)).toBe(true);
  for (const seconds of [121, -121]) expect(isNow(NOW.add({ seconds }), NOW)).toBe(false);
});

test.each([undefined, '', ' ', '2026-11-24T11:15', '2026-11-24T03:17:07Z'])(
  'WATCHBILL_AS_OF=%s is let be',
  (value) => {
    expect(refuse(value)).not.toThrow();
  },
);

test.each(['2026-12-21', '2026-06-01', '2026-11-24', '2026-11-24T03:18:00Z'])(
  'WATCHBILL_AS_OF=%s is another day, left over in a shell',
  (value) => {
    expect(refuse(value)).toThrow(expect.objectContaining({ name: 'UsageError' }));
    expect(refuse(value)).toThrow(
      `ASOF002: WATCHBILL_AS_OF is "${value}", which is more than two minutes from now (Tue 24 Nov 2026 11:15, Asia/Kuala_Lumpur)\n  unset WATCHBILL_AS_OF; say --as-of`,
    );
  },
);

test('a malformed instant is reported', () => {
  expect(refuse('yesterday')).toThrow('ASOF001: WATCHBILL_AS_OF is not a valid instant: "yesterday"');
});

test.each([
  [undefined, ''],
  [{ seconds: 120 }, ''],
  [{ seconds: -120 }, ''],
  [{ seconds: 125 }, "warning: this machine's clock is 2 min behind PagerDuty's: "],
  [{ hours: -26, minutes: -5 }, "warning: this machine's clock is 26 h 5 min ahead of PagerDuty's: "],
])("a clock that is %o from the vendor's", (ahead, text) => {
  const told = clockText('PagerDuty', ahead && Temporal.Duration.from(ahead));
  expect(told === '' ? '' : told.replaceAll(/\s+/g, ' ').slice(0, text.length)).toBe(text);
});
