import { horizonOf, planningWindow } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant, local, present } from './fixture';

const ROTATIONS = [{ versions: [{ from: '2026-01-05', order: ['aidil'] }] }];

function planned(asOf: string, spec: Partial<FixtureSpec> = {}): string[] {
  const catalog = catalogOf({ people: { aidil: [] }, rotations: ROTATIONS, ...spec });
  const { timeZone } = catalog.organization;
  const span = planningWindow(present(catalog.rotations[0]), catalog.organization, instant(asOf, timeZone));
  return [local(span.from, timeZone), local(span.until, timeZone)];
}

test('from the beginning of the turn that runs until the horizon, 84 local days ahead', () => {
  // 14 January + 84 days: 17 to the 31st, 28 in February, 31 in March, 8 in April.
  expect(planned('2026-01-14T15:00')).toEqual(['2026-01-12T09:00', '2026-04-08T00:00']);
  expect(planned('2026-01-19T09:00')).toEqual(['2026-01-19T09:00', '2026-04-13T00:00']);
  expect(planned('2026-01-19T08:59')).toEqual(['2026-01-12T09:00', '2026-04-13T00:00']);
});

test('from asOf where no version has begun', () => {
  expect(planned('2026-01-02T10:00')).toEqual(['2026-01-02T10:00', '2026-03-27T00:00']);
});

test('the horizon is a local midnight across daylight saving', () => {
  const { organization } = catalogOf({ people: {}, timeZone: 'Europe/London', horizonDays: 28 });
  expect(horizonOf(instant('2026-03-10T23:30Z'), organization).toString()).toBe('2026-04-06T23:00:00Z');
  expect(horizonOf(instant('2026-10-10T23:30Z'), organization).toString()).toBe('2026-11-08T00:00:00Z');
});
