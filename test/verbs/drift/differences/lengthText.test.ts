import { Temporal } from 'temporal-polyfill';
import { counted } from '../../../../src/text/counted';
import { shown } from '../../../../src/text/visible';
import { rangeText } from '../../../../src/time/localTime';
import { lengthText } from '../../../../src/verbs/drift/differences/lengthText';
import { People } from '../../../../src/verbs/drift/differences/people';
import { catalogOf, FILES } from '../../../stacks/xyzTech';

test('people and desks by their log-in, in any case; strangers as they are', () => {
  const people = new People(catalogOf(FILES));
  expect(
    ['aidil@xyz-tech.example', 'BA-desk@xyz-tech.example', 'who@else.example', undefined].map((email) =>
      people.name(email),
    ),
  ).toEqual(['Aidil', 'Business Analytics desk', 'who@else.example', 'nobody']);
  expect([people.id('Aidil@xyz-tech.example'), people.id('who@else.example')]).toEqual([
    'aidil',
    'who@else.example',
  ]);
});

test.each([
  [{ seconds: 14_400 }, '4 hours'],
  [{ minutes: 60 }, '1 hour'],
  [{ seconds: 90 }, '90 seconds'],
  [{ seconds: 172_800 }, '2 days'],
  [{ minutes: 1_500 }, '25 hours'],
])('%j is %s', (duration, text) => {
  expect(lengthText(Temporal.Duration.from(duration))).toBe(text);
});

test('a span says the year once, unless it ends in another', () => {
  const span = (from: string, until: string) =>
    rangeText(
      { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) },
      'Asia/Kuala_Lumpur',
    );
  expect(span('2026-12-07T01:00:00Z', '2026-12-14T01:00:00Z')).toBe(
    'Mon 7 Dec 2026 09:00 to Mon 14 Dec 09:00',
  );
  expect(span('2026-12-28T01:00:00Z', '2027-01-04T01:00:00Z')).toBe(
    'Mon 28 Dec 2026 09:00 to Mon 4 Jan 2027 09:00',
  );
});

test('counts, and text that others wrote', () => {
  expect([counted(1, 'level'), counted(2, 'level')]).toEqual(['1 level', '2 levels']);
  expect(shown('a\u202eb')).toBe('"a\\u{202e}b"');
});
