import type { HolidaySpec } from './fixture';

/** Public holidays of Kuala Lumpur in 2026, all gazetted. */
export const MALAYSIA_2026: readonly HolidaySpec[] = [
  ['new-year', '2026-01-01'],
  ['federal-territory-day', '2026-02-01'],
  ['thaipusam', '2026-02-01'],
  ['chinese-new-year', '2026-02-17'],
  ['chinese-new-year', '2026-02-18'],
  ['nuzul-al-quran', '2026-03-07'],
  ['hari-raya-aidilfitri', '2026-03-21'],
  ['hari-raya-aidilfitri', '2026-03-22'],
  ['labour-day', '2026-05-01'],
  ['hari-raya-haji', '2026-05-27'],
  ['wesak', '2026-05-31'],
  ['kings-birthday', '2026-06-01'],
  ['awal-muharram', '2026-06-17'],
  ['maulidur-rasul', '2026-08-25'],
  ['national-day', '2026-08-31'],
  ['malaysia-day', '2026-09-16'],
  ['deepavali', '2026-11-08'],
  ['christmas', '2026-12-25'],
];

/** Public holidays of Kuala Lumpur in 2027, as expected in 2026. */
export const MALAYSIA_2027: readonly HolidaySpec[] = [
  ['new-year', '2027-01-01'],
  ['thaipusam', '2027-01-22', 'expected'],
  ['federal-territory-day', '2027-02-01'],
  ['chinese-new-year', '2027-02-06', 'expected'],
  ['chinese-new-year', '2027-02-07', 'expected'],
  ['nuzul-al-quran', '2027-02-24', 'expected'],
  ['hari-raya-aidilfitri', '2027-03-10', 'expected'],
  ['hari-raya-aidilfitri', '2027-03-11', 'expected'],
  ['labour-day', '2027-05-01'],
  ['hari-raya-haji', '2027-05-17', 'expected'],
  ['wesak', '2027-05-20', 'expected'],
  ['awal-muharram', '2027-06-06', 'expected'],
  ['kings-birthday', '2027-06-07'],
  ['maulidur-rasul', '2027-08-15', 'expected'],
  ['national-day', '2027-08-31'],
  ['malaysia-day', '2027-09-16'],
  ['deepavali', '2027-10-28', 'expected'],
  ['christmas', '2027-12-25'],
];
