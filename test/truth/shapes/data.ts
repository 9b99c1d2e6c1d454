import { stringify } from 'yaml';
import { type DataFiles, WEEKDAYS } from '../../../src/catalog';
import { DAYS, firstDay, type HoursShape, OFFICES, officeOf, PEOPLE, type Shape } from './randomOrganization';

/** The data of a shape, as a team would write it. */
export function dataOf(shape: Shape): DataFiles {
  const [home, london, west] = shape.zones;
  const targets = { nobody: [], primary: ['primary'], secondary: ['secondary'], person: ['cat'] }[
    shape.beside
  ];
  const files: Record<string, unknown> = {
    'organization.yaml': {
      name: 'Shapes',
      timeZone: home,
      workingWeek: WEEKDAYS.slice(0, 5),
      officeHours: { from: '09:00', until: '18:00' },
      restDay: 'none',
      handOff: { day: 'monday', at: '09:00' },
      runbooksUrl: 'https://shapes.example/runbooks',
      horizon: `${DAYS}d`,
      duties: ['on-duty', 'backup'],
      offices: {
        london: { name: 'London', timeZone: london, holidays: 'uk' },
        west: { name: 'West', timeZone: west, holidays: 'us', restDay: ['saturday', 'sunday'] },
      },
      escalation: {
        steps: [
          { notify: ['on-duty', ...targets], for: '5m' },
          { notify: ['backup'], for: '10m' },
        ],
        repeat: 1,
      },
      teams: { crew: { name: 'Crew' } },
      people: Object.fromEntries(
        PEOPLE.map((id, index) => [
          id,
          {
            name: id,
            team: 'crew',
            email: `${id}@shapes.example`,
            ...(officeOf(index) === 0 ? {} : { office: OFFICES[officeOf(index)] }),
            observes: shape.observesAll[index] === true ? 'all' : [],
          },
        ]),
      ),
    },
    'pipelines.yaml': {
      orders: { name: 'Orders', coverage: 'on-call', primary: 'ann', secondary: 'ben' },
    },
    'rotations.yaml': Object.fromEntries(
      shape.rotations.map((each, index) => [
        `r${index}`,
        {
          name: `Rotation ${index}`,
          pipelines: ['orders'],
          duty: each.duty,
          ...(each.office === 0 ? {} : { office: OFFICES[each.office] }),
          handOff: { day: WEEKDAYS[each.handOff.day], at: each.handOff.at },
          ...(each.hours && { hours: hoursOf(each.hours) }),
          turn: `${each.turn}d`,
          versions: each.versions.map(({ order, turn, at, hours }, version) => ({
            from: firstDay(each, version).toString(),
            order: order.map((person) => PEOPLE[person]),
            ...(turn !== undefined && { turn: `${turn}d` }),
            ...(at !== undefined && { handOff: { at } }),
            ...(hours && { hours: hoursOf(hours) }),
          })),
        },
      ]),
    ),
    'leave.yaml': shape.leave.map(({ person, from, until, cover, rotation }) => ({
      person: PEOPLE[person],
      from,
      until,
      ...(cover === undefined ? {} : { cover: PEOPLE[cover] }),
      ...(rotation === undefined ? {} : { rotation: `r${rotation}` }),
    })),
    ...Object.fromEntries(
      ['', 'uk/', 'us/'].flatMap((folder, office) =>
        [2026, 2027].map((year) => [
          `holidays/${folder}${year}.yaml`,
          year === 2026
            ? (shape.holidays[office] ?? []).map((day, index) => ({
                id: `h${office}${index}`,
                name: `Holiday ${office}${index}`,
                date: day,
                status: 'gazetted',
              }))
            : [],
        ]),
      ),
    ),
  };
  const steps = [targets.length === 0 ? 'on-duty' : ['on-duty', ...targets], 'backup'];
  const text = (value: unknown) => stringify(value, { aliasDuplicateObjects: false });
  return new Map([
    ...Object.entries(files).map(([name, value]) => [name, Buffer.from(text(value))] as const),
    [
      'runbooks/orders.md',
      Buffer.from(runbook(text({ pipeline: 'orders', escalation: steps, alerts: ALERTS }))),
    ],
  ]);
}

function hoursOf({ days, from, until }: HoursShape) {
  return { ...(days && { days: days.map((day) => WEEKDAYS[day]) }), from, until };
}

const ALERTS = [{ id: 'failed', kind: 'failure', failureClass: 'processing' }];

function runbook(frontMatter: string): string {
  return `---
${frontMatter}---
# Orders

## Description
Text.

## Critical inputs
Text.

## Critical outputs
Text.

## Common failures
Text.

## Monitoring alerts

### Failed

**Meaning.** It failed.

**Check.**

1. Look.

**Repair.**

1. Mend.

## Escalation
Text.
`;
}
