import { formatDiagnostic } from '../../src/catalog';
import { rosterProblems } from '../../src/roster';
import { catalogOf, type FixtureSpec, instant, type PipelineSpec, type RotationSpec } from './fixture';

const PEOPLE = { aidil: [], thiru: [], choo: [] };

function rotation(id: string, person: string, more: Partial<RotationSpec> = {}): RotationSpec {
  return { id, versions: [{ from: '2025-12-29', order: [person] }], ...more };
}

function pipeline(id: string, rotations: readonly string[], steps: PipelineSpec['steps'] = ['on-duty']) {
  return { id: `aggregate-${id}`, primary: 'desk', secondary: 'thiru', rotations, steps };
}

/** Problems of duties in the week from Monday 5 January 2026. */
function told(spec: Partial<FixtureSpec>, asOf = '2026-01-05'): string[] {
  const catalog = catalogOf({ people: PEOPLE, duties: ['on-duty', 'backup'], horizonDays: 7, ...spec });
  const problems = rosterProblems(catalog, instant(asOf));
  return problems.filter(({ code }) => code.startsWith('ROTA')).map(formatDiagnostic);
}

describe('ROTA012, a gap in a later duty', () => {
  const growth = rotation('growth', 'aidil');
  const backup = rotation('backup', 'choo', { duty: 'backup', hours: { from: '09:00', until: '18:00' } });
  const withSteps = (...words: readonly (string | readonly string[])[]) =>
    told({ rotations: [growth, backup], pipelines: [pipeline('growth', ['growth', 'backup'], words)] });

  test('is told once for all pipelines with these rotations, with the number of gaps', () => {
    const both = ['growth', 'backup'];
    const pipelines = [
      pipeline('growth', both, ['primary', 'on-duty', 'backup']),
      pipeline('profit', both, ['backup']),
    ];
    // Monday to Sunday: seven mornings and evenings, of which six nights are one gap each.
    expect(told({ rotations: [growth, backup], pipelines })).toEqual([
      'data/rotations.yaml:1:3 warning ROTA012: nobody is on call as backup for "Pipeline aggregate-growth" and "Pipeline aggregate-profit" from Mon 5 Jan 2026 00:00 until Mon 5 Jan 09:00 (Asia/Kuala_Lumpur), the first of 8 gaps up to the horizon; its step is skipped: backup\n' +
        '  close the gap between the hours of its rotations, unless it is intended',
    ]);
  });

  test('and once for each where they differ', () => {
    const steps = ['on-duty', 'backup'];
    const hours = { from: '09:00', until: '18:00' };
    const backups = ['x', 'yz', 'xy', 'z'].map((id) => rotation(id, 'choo', { duty: 'backup', hours }));
    const pipelines = [
      pipeline('growth', ['growth', 'x', 'yz'], steps),
      pipeline('profit', ['growth', 'xy', 'z'], steps),
    ];
    const values = told({ rotations: [growth, ...backups], pipelines }).flatMap((text) => {
      const [, name, rotations] = /ROTA012.* for "(.*)" from .*skipped: (.*)\n/.exec(text) ?? [];
      return name === undefined ? [] : [[name, rotations]];
    });
    expect(values).toEqual([
      ['Pipeline aggregate-growth', 'x, yz'],
      ['Pipeline aggregate-profit', 'xy, z'],
    ]);
  });

  test('who is paged instead', () => {
    const skipped = 'gaps up to the horizon; its step is skipped';
    expect(withSteps('on-duty', 'backup')[0]).toContain(`${skipped}: backup`);
    expect(withSteps('on-duty', 'backup', 'secondary')[0]).toContain(
      `${skipped}, and secondary is paged at once: backup`,
    );
    expect(withSteps('on-duty', 'backup', ['secondary', 'primary'])[0]).toContain(
      `${skipped}, and [secondary, primary] is paged at once: backup`,
    );
    expect(withSteps('on-duty', ['primary', 'backup', 'secondary'], 'on-duty')[0]).toContain(
      'horizon; its step pages primary and secondary alone: backup',
    );
  });

  test('the only one is not counted', () => {
    const late = { duty: 'backup', versions: [{ from: '2026-01-12', order: ['choo'] }] };
    const rotations = [growth, rotation('backup', 'choo', late)];
    const pipelines = [pipeline('growth', ['growth', 'backup'], ['on-duty', 'backup'])];
    expect(told({ rotations, pipelines, horizonDays: 14 })[0]).toContain(
      'from Mon 5 Jan 2026 00:00 until Mon 12 Jan 09:00 (Asia/Kuala_Lumpur); its step is skipped: backup',
    );
  });
});

describe('ROTA008, a gap in the first duty', () => {
  test('between the hours of two rotations', () => {
    const rotations = [
      rotation('growth', 'aidil', { hours: { from: '09:00', until: '18:00' } }),
      rotation('profit', 'choo', { hours: { from: '18:00', until: '08:00' } }),
    ];
    const pipelines = [pipeline('growth', ['growth', 'profit'])];
    expect(told({ rotations, pipelines })).toEqual([
      'data/rotations.yaml:1:3 error ROTA008: nobody is on call as on-duty for "Pipeline aggregate-growth" from Mon 5 Jan 2026 08:00 until Mon 5 Jan 09:00 (Asia/Kuala_Lumpur), the first of 7 gaps up to the horizon; its step is skipped; the rotations of this duty are "Investor growth" and "Investor profit": growth, profit\n' +
        '  close the gap between the hours of its rotations, or start a version earlier: somebody has to be on call in every hour',
    ]);
  });

  test('of two rotations at all hours that begin later', () => {
    const versions = [{ from: '2026-01-05', order: ['aidil'] }];
    const rotations = [
      { id: 'growth', versions },
      { id: 'profit', versions, timeZone: 'Europe/London' },
    ];
    // Both begin at 09:00, that of London eight hours later; only the first decides the zone of the text.
    const pipelines = [pipeline('growth', ['growth', 'profit'])];
    expect(told({ rotations, pipelines })).toContainEqual(
      expect.stringContaining(
        'from Mon 5 Jan 2026 00:00 until Mon 5 Jan 09:00 (Asia/Kuala_Lumpur); its step is skipped; the rotations',
      ),
    );
  });
});

describe('ROTA006, two at once', () => {
  const growth = rotation('growth', 'aidil', { hours: { from: '08:00', until: '18:00' } });
  const both = [pipeline('growth', ['growth', 'profit'])];
  const withProfit = (
    hours: NonNullable<RotationSpec['hours']>,
    more: Partial<RotationSpec> = {},
    asOf?: string,
  ) => told({ rotations: [growth, rotation('profit', 'choo', { hours, ...more })], pipelines: both }, asOf);

  test('says when first, and how long a week', () => {
    expect(withProfit({ from: '17:30', until: '08:00' })).toEqual([
      'data/rotations.yaml:1:3 warning ROTA006: "Investor growth" and "Investor profit" are both on call as on-duty for "Pipeline aggregate-growth", first from Mon 5 Jan 2026 17:30 until Mon 5 Jan 18:00 (Asia/Kuala_Lumpur); 3 hours 30 minutes a week on average, when both people are paged: profit\n' +
        '  end the hours of one where those of the other start, unless the overlap is intended',
    ]);
  });

  test('in the times of both offices', () => {
    // London is eight hours behind.
    expect(withProfit({ from: '09:00', until: '00:00' }, { timeZone: 'Europe/London' })[0]).toContain(
      'first from Mon 5 Jan 2026 17:00 until Mon 5 Jan 18:00 (Asia/Kuala_Lumpur), that is from Mon 5 Jan 2026 09:00 until Mon 5 Jan 10:00 (Europe/London); 7 hours a week',
    );
  });

  test('an hour is one, minutes may be all, or none after rounding', () => {
    const onMondays = (from: string, asOf?: string) =>
      withProfit({ days: ['monday'], from, until: '18:00' }, {}, asOf);
    const overlap = (texts: readonly string[]) => texts.find((text) => text.includes('ROTA006'));
    expect(overlap(onMondays('17:00'))).toContain('; 1 hour a week');
    expect(overlap(onMondays('17:55'))).toContain('; 5 minutes a week');
    // Twenty seconds are left.
    expect(overlap(onMondays('17:55', '2026-01-05T17:59:40'))).toContain('; 0 minutes a week');
  });

  test('each pair of three', () => {
    const rotations = [
      rotation('early', 'aidil', { hours: { from: '00:00', until: '08:00' } }),
      rotation('day', 'thiru', { hours: { from: '08:00', until: '18:00' } }),
      rotation('late', 'choo', { hours: { from: '17:00', until: '01:00' } }),
    ];
    const pairs = told({ rotations, pipelines: [pipeline('growth', ['early', 'day', 'late'])] }).map((text) =>
      /"Investor (\w+)" and "Investor (\w+)".*; (.*) a week/.exec(text)?.slice(1),
    );
    expect(pairs).toEqual([
      ['early', 'late', '7 hours'],
      ['day', 'late', '7 hours'],
    ]);
  });
});
