import { contains } from '../../../src/roster';
import { MORNING, Offices } from './offices';

jest.setTimeout(60_000);

// By hand: on Thursday 26 November 2026 it is the 47th week after 5 January, George's, and Laura's in New
// York; the backup is Joan, and from Monday 30 November, 09:00 in Berlin, Imran.
let team: Offices;
afterEach(() => team.stop());

/** The example with another version of the rotation that has an order. */
const withVersion = (order: string, version: string) => (text: string) =>
  text.replace(`order: [${order}] }\n`, `order: [${order}] }\n    - ${version}\n`);

/** From a full minute after now for eight days: every quarter of an hour, and just before it. */
function momentsOf({ now }: Offices) {
  const from = now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' });
  const span = { from, until: from.add({ hours: 8 * 24 }) };
  const quarters = Array.from({ length: 8 * 24 * 4 }, (_, index) => from.add({ minutes: 15 * index }));
  const moments = quarters.flatMap((at) => [at.subtract({ seconds: 1 }), at]);
  return { span, moments: moments.filter((at) => contains(span, at)) };
}

async function agrees(): Promise<void> {
  const { span, moments } = momentsOf(team);
  expect(await team.disagreements(span, moments)).toEqual([]);
}

describe('from weeks of afternoons to days from 08:00 until 20:00, on Monday 30 November', () => {
  const SWAP = 'george --from 2026-11-29 --until 2026-12-03 --with joan --yes';
  // Sunday is the last of George's week. Then he has Monday and Wednesday, and Harriet Tuesday and Thursday.
  const JOAN = [
    'London afternoons: Joan 2026-11-29T11:00:00 2026-11-29T17:00:00',
    'London afternoons: Joan 2026-11-30T08:00:00 2026-11-30T20:00:00',
    'London afternoons: Joan 2026-12-02T08:00:00 2026-12-02T20:00:00',
  ];
  beforeEach(async () => {
    team = await Offices.start(
      MORNING,
      withVersion(
        'fiona, george, imran',
        '{ from: 2026-11-30, order: [george, harriet], turn: 1d, handOff: { at: "08:00" }, hours: { from: "08:00", until: "20:00" } }',
      ),
    );
  });

  test("an agreed swap across the change: an override for the hours of each version, none in Harriet's turns", async () => {
    await agrees();
    const { code, err } = await team.cover(SWAP);
    expect([code, err]).toEqual([0, '']);
    // On Sunday Joan is the backup as well, so that Imran, whose week is the next, takes that.
    expect(team.overrides('Europe/London')).toEqual([
      'Backup: Imran 2026-11-29T11:00:00 2026-11-29T17:00:00',
      ...JOAN,
    ]);
    await agrees();
  });

  test('again it is all there, and it is taken back as a whole', async () => {
    await team.cover(SWAP);
    const again = await team.cover(SWAP);
    expect([again.code, team.overrides('Europe/London').length]).toEqual([0, 4]);
    const back = await team.cover(`${SWAP} --cancel`.replace(' --with joan', ''));
    expect([back.code, back.err, team.overrides('Europe/London')]).toEqual([0, '', []]);
    await agrees();
  });

  test('after the change the rules ask the next in the order of days', async () => {
    const { code, err } = await team.cover('george --from 2026-12-02 --until 2026-12-02 --yes');
    expect([code, err]).toEqual([0, '']);
    expect(team.overrides('Europe/London')).toEqual([
      'London afternoons: Harriet 2026-12-02T08:00:00 2026-12-02T20:00:00',
    ]);
    await agrees();
  });
});

describe('from nights that end at 01:00 to all hours, handed off at midnight', () => {
  // Laura's week ends with Sunday, whose night the change cuts at midnight; then she has Monday and Wednesday.
  test('the night ends where the new order begins, and one override goes on over it', async () => {
    team = await Offices.start(
      MORNING,
      withVersion(
        'kofi, laura, nina',
        '{ from: 2026-11-30, order: [laura, nina], turn: 1d, handOff: { at: "00:00" }, hours: { from: "00:00", until: "00:00" } }',
      ),
    );
    await agrees();
    const { code, err } = await team.cover(
      'laura --from 2026-11-28T23:00 --until 2026-12-02 --with mike --yes',
    );
    expect([code, err]).toEqual([0, '']);
    expect(team.overrides('America/New_York')).toEqual([
      'New York days: Mike 2026-11-28T23:00:00 2026-11-29T01:00:00',
      'New York days: Mike 2026-11-29T12:00:00 2026-12-01T00:00:00',
      'New York days: Mike 2026-12-02T00:00:00 2026-12-03T00:00:00',
    ]);
    await agrees();
  });
});
