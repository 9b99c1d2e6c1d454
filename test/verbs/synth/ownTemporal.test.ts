import { Temporal } from 'temporal-polyfill';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { ownTemporal } from '../../../src/verbs/synth/ownTemporal';
import { XYZ_TECH } from '../../xyzTech';

/** A value of another copy of Temporal, as the command has one: of all that it is, only its kind and its text count. */
const foreign = (kind: string, text: string) => ({
  get [Symbol.toStringTag]() {
    return `Temporal.${kind}`;
  },
  toString: () => text,
});

test('values of another copy of Temporal become values of this one', () => {
  const text = '2026-11-23T09:00:00+08:00[Asia/Kuala_Lumpur]';
  const made = ownTemporal<unknown>({
    day: foreign('PlainDate', '2026-11-23'),
    at: foreign('PlainTime', '09:00:00'),
    both: foreign('PlainDateTime', '2026-11-23T09:00:00'),
    wait: foreign('Duration', 'PT15M'),
    list: [foreign('Instant', '2026-11-23T01:00:00Z')],
    there: foreign('ZonedDateTime', text),
    text: 'as it is',
  });
  expect(made).toEqual({
    day: Temporal.PlainDate.from('2026-11-23'),
    at: Temporal.PlainTime.from('09:00'),
    both: Temporal.PlainDateTime.from('2026-11-23T09:00'),
    wait: Temporal.Duration.from({ minutes: 15 }),
    list: [Temporal.Instant.from('2026-11-23T01:00:00Z')],
    there: Temporal.ZonedDateTime.from(text),
    text: 'as it is',
  });
  expect((made as { day: unknown }).day).toBeInstanceOf(Temporal.PlainDate);
});

test('a whole catalog stays the same, and what is one object in it stays one', () => {
  const catalog = loadCatalogOrThrow(readDataDirectory(XYZ_TECH), 'data');
  const made = ownTemporal(catalog);
  expect(JSON.stringify(made)).toBe(JSON.stringify(catalog));
  const person = catalog.rotations[0]?.versions[0]?.order[0];
  expect(made.people[catalog.people.findIndex(({ id }) => id === person?.id)]).toBe(
    made.rotations[0]?.versions[0]?.order[0],
  );
});

test('data with an unknown class of Temporal is refused', () => {
  expect(() => ownTemporal({ month: Temporal.PlainYearMonth.from('2026-11') })).toThrow(
    'the data holds a Temporal.PlainYearMonth',
  );
});
