import {
  CatalogError,
  formatDiagnostic,
  loadCatalog,
  loadCatalogOrThrow,
  type Pipeline,
} from '../../src/catalog';
import { changedData, REAL_DATA } from './changedData';

const { catalog, diagnostics } = loadCatalog(REAL_DATA, 'data');
if (catalog === undefined) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));

const pipeline = (id: string): Pipeline => {
  const found = catalog.pipelines.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no pipeline ${id}`);
  return found;
};

test("XYZ Tech's data has no problem", () => {
  expect(diagnostics).toEqual([]);
});

test('the organization', () => {
  const { organization } = catalog;
  expect(organization).toMatchObject({
    name: 'XYZ Tech',
    timeZone: 'Asia/Kuala_Lumpur',
    workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    restDays: ['sunday'],
    runbooksUrl: 'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks',
    pagerDutyUrl: 'https://app.pagerduty.com',
    horizonDays: 84,
    source: { file: 'data/organization.yaml', line: 2, column: 1 },
    horizonSource: { file: 'data/organization.yaml', line: 2, column: 1 },
  });
  expect(organization.officeHours.from.toString()).toBe('09:00:00');
  expect(organization.officeHours.until.toString()).toBe('18:00:00');
  expect(organization.handOff.day).toBe('monday');
  expect(organization.handOff.at.toString()).toBe('09:00:00');
  expect(organization.escalation.repeat).toBe(2);
  expect(
    organization.escalation.steps.map(({ notify, waits }) => `${notify.map(({ word }) => word)} ${waits}`),
  ).toEqual(['primary PT15M', 'on-duty PT30M']);
});

test('teams and people', () => {
  expect(catalog.teams.map(({ id, name, desk }) => [id, name, desk?.email])).toEqual([
    ['ba', 'Business Analytics', 'ba-desk@xyz-tech.example'],
    ['accounts', 'Accounts', 'accounts-desk@xyz-tech.example'],
    ['de', 'Data Engineering', undefined],
  ]);
  expect(catalog.people.map(({ id, team, email, observes }) => [id, team.id, email, observes])).toEqual([
    ['aidil', 'de', 'aidil@xyz-tech.example', ['hari-raya-aidilfitri', 'hari-raya-haji']],
    ['spencer', 'de', 'spencer@xyz-tech.example', ['christmas']],
    ['thiru', 'de', 'thiru@xyz-tech.example', ['deepavali', 'thaipusam']],
    ['choo', 'de', 'choo@xyz-tech.example', ['chinese-new-year']],
  ]);
});

test("pipelines, as the table of the team's document has them", () => {
  const owner = ({ primary, secondary }: Pipeline) =>
    [primary, secondary].map((one) => (one.kind === 'person' ? one.person.id : one.team.id));
  expect(catalog.pipelines.map((one) => [one.id, one.coverage, ...owner(one), one.rotations[0]?.id])).toEqual(
    [
      ['unit-profit-experiments', 'office-hours', 'aidil', 'spencer', undefined],
      ['daily-growth-experiments', 'office-hours', 'thiru', 'choo', undefined],
      ['aggregate-profit', 'on-call', 'ba', 'de', 'profit-and-engagement'],
      ['aggregate-engagement', 'on-call', 'ba', 'de', 'profit-and-engagement'],
      ['aggregate-growth', 'on-call', 'accounts', 'de', 'growth'],
    ],
  );
  expect(pipeline('aggregate-profit').source).toEqual({ file: 'data/pipelines.yaml', line: 15, column: 1 });
  expect(pipeline('aggregate-profit').runbook?.file).toBe('aggregate-profit.md');
});

test('rotations', () => {
  expect(
    catalog.rotations.map(({ id, name, pipelines, turnDays, versions }) => [
      id,
      name,
      pipelines,
      turnDays,
      versions.map(({ from, order }) => `${from} ${order.map((person) => person.id)}`),
    ]),
  ).toEqual([
    [
      'profit-and-engagement',
      'Investor profit and engagement',
      ['aggregate-profit', 'aggregate-engagement'],
      7,
      ['2026-01-05 aidil,thiru,choo,spencer'],
    ],
    ['growth', 'Investor growth', ['aggregate-growth'], 7, ['2026-01-05 spencer,choo,aidil,thiru']],
  ]);
});

test('leave: Kuala Lumpur is eight hours ahead of UTC', () => {
  const spans = catalog.leave.map(({ person, from, until, emergency }) => [
    person.id,
    from.toString(),
    until.toString(),
    emergency,
  ]);
  expect(spans).toEqual([
    ['thiru', '2026-11-08T16:00:00Z', '2026-11-10T16:00:00Z', false],
    ['choo', '2026-11-12T06:00:00Z', '2026-11-13T01:00:00Z', true],
    ['spencer', '2026-12-06T16:00:00Z', '2026-12-11T16:00:00Z', false],
    ['aidil', '2027-01-04T05:00:00Z', '2027-01-05T16:00:00Z', false],
  ]);
});

test('a clock time that occurs twice means the first', () => {
  const files = changedData(
    { path: 'organization.yaml', replace: 'Asia/Kuala_Lumpur', with: 'America/New_York' },
    { path: 'leave.yaml', with: '- { person: thiru, from: 2026-11-01T01:30, until: 2026-11-01 }' },
  );
  const leave = loadCatalogOrThrow(files, 'data').leave.map(({ from, until }) => `${from} ${until}`);
  expect(leave).toEqual(['2026-11-01T05:30:00Z 2026-11-02T05:00:00Z']);
});

test('holidays', () => {
  expect(catalog.holidayYears).toEqual([2026, 2027]);
  expect(catalog.holidays).toHaveLength(36);
  const text = catalog.holidays.map(({ id, date, status }) => `${date} ${id} ${status}`);
  expect(text.slice(0, 3)).toEqual([
    '2026-01-01 new-year gazetted',
    '2026-02-01 federal-territory-day gazetted',
    '2026-02-01 thaipusam gazetted',
  ]);
  expect(text.at(-2)).toBe('2027-10-28 deepavali expected');
});

test('alert rules carry thresholds of the document and their sections', () => {
  const rules = catalog.pipelines.flatMap(({ runbook }) => runbook?.alerts ?? []);
  expect(rules.map(({ id, kind, failureClass }) => `${id} ${kind} ${failureClass}`)).toEqual([
    'pipeline-failure failure processing',
    'pipeline-failure failure processing',
    'not-complete-by-nine deadline processing',
    'profit-discrepancy discrepancy data',
    'data-lag freshness data',
    'engagement-trend trend data',
    'pipeline-failure failure processing',
    'runs-too-long duration processing',
    'growth-out-of-range range data',
    'key-metric-missing missing data',
  ]);
  const lag = rules.find((rule) => rule.kind === 'freshness');
  expect(lag?.maxLag.toString()).toBe('PT16H');
  const deadline = rules.find((rule) => rule.kind === 'deadline');
  expect(deadline?.by.toString()).toBe('09:00:00');
  expect(deadline?.source).toEqual({ file: 'data/runbooks/aggregate-profit.md', line: 6, column: 5 });
  expect(deadline?.section.title).toBe('Not complete by nine');
  expect(deadline?.section.meaning).toMatch(
    /^The run of a business date was not complete by 9:00 .* would lack it too\.$/,
  );
  expect(deadline?.section.firstSteps).toHaveLength(5);
  expect(deadline?.section.firstSteps[2]).toBe('See whether the accounting API answers.');
  expect(rules.find((rule) => rule.kind === 'range')).toMatchObject({ min: 0, max: 50 });
});

test("a pipeline's own escalation replaces the keys that it gives", () => {
  const own = (escalation: string) =>
    loadCatalogOrThrow(
      changedData({
        path: 'pipelines.yaml',
        replace: '  name: Aggregate profit for investors\n',
        with: `  name: Aggregate profit for investors\n  escalation: ${escalation}\n`,
      }),
      'data',
    ).pipelines.find(({ id }) => id === 'aggregate-profit')?.escalation;
  expect(own('{ repeat: 0 }')).toEqual({ ...catalog.organization.escalation, repeat: 0 });
  const steps = own('{ steps: [{ notify: primary, for: 5m }, { notify: on-duty, for: 1h }] }');
  expect(steps?.repeat).toBe(2);
  expect(steps?.steps.map(({ waits }) => waits.toString())).toEqual(['PT5M', 'PT1H']);
});

test('the page of failure classes', () => {
  expect(catalog.failureClassesPage).toBe(true);
});

test('the catalog is frozen all the way down, and Temporal still works in it', () => {
  expect(Object.isFrozen(catalog)).toBe(true);
  expect(Object.isFrozen(catalog.pipelines[0]?.runbook?.alerts[0]?.section.firstSteps)).toBe(true);
  expect(catalog.holidays[0]?.date.add({ days: 1 }).toString()).toBe('2026-01-02');
});

test('data with errors is no catalog, and all errors of all files are told at once', () => {
  const files = changedData(
    { path: 'pipelines.yaml', with: 'a: [' },
    { path: 'rotations.yaml', replace: 'order: [spencer,', with: 'order: [spencr,' },
    { path: 'leave.yaml', replace: 'person: choo', with: 'person: cho' },
  );
  const loaded = loadCatalog(files, 'team/data/');
  expect(loaded.catalog).toBeUndefined();
  expect(loaded.diagnostics.map(({ code, location }) => `${code} ${location.file}`)).toEqual([
    'LEAV001 team/data/leave.yaml',
    'YAML001 team/data/pipelines.yaml',
    'ROTA002 team/data/rotations.yaml',
  ]);
  expect(() => loadCatalogOrThrow(files, 'data')).toThrow(CatalogError);
});

test('warnings stop nothing', () => {
  const files = changedData({
    path: 'runbooks/aggregate-profit.md',
    replace: '# Aggregate profit for',
    with: '# Profit for',
  });
  const loaded = loadCatalog(files, 'data');
  expect(loaded.catalog).toBeDefined();
  expect(loaded.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['BOOK013 warning']);
});
