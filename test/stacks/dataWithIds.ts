import { stringify } from 'yaml';
import type { DataFiles } from '../../src/catalog';

/** The ids of {@link dataWithIds}. */
export interface Ids {
  readonly crew: string;
  /** A team with a desk. */
  readonly desk: string;
  readonly people: readonly [string, string];
  readonly onCall: string;
  readonly officeHours: string;
  readonly rotation: string;
  readonly alerts: readonly [string, string];
  readonly metrics: readonly [string, string];
  readonly holiday: string;
}

/** A small organization in which every kind of id stands: both kinds of pipelines, monitors, a cover, a downtime. */
export function dataWithIds(ids: Ids): DataFiles {
  const [first, second] = ids.people;
  const person = (name: string) => ({
    name,
    team: ids.crew,
    email: `${name}@xyz-tech.example`,
    observes: [ids.holiday],
  });
  const owners = (primary: string, secondary: string) => ({ primary, secondary });
  const organization = {
    name: 'Ids',
    timeZone: 'Asia/Kuala_Lumpur',
    workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    officeHours: { from: '09:00', until: '18:00' },
    handOff: { day: 'monday', at: '09:00' },
    runbooksUrl: 'https://xyz-tech.example/runbooks',
    escalation: {
      steps: [
        { notify: 'primary', for: '15m' },
        { notify: 'on-duty', for: '30m' },
      ],
      repeat: 2,
    },
    teams: new Map<string, unknown>([
      [ids.crew, { name: 'Crew' }],
      [ids.desk, { name: 'Desk', desk: { name: 'The desk', email: 'desk@xyz-tech.example' } }],
    ]),
    people: new Map([
      [first, person('ann')],
      [second, person('ben')],
    ]),
  };
  const pipelines = new Map([
    [ids.onCall, { name: 'Paged', coverage: 'on-call', ...owners(ids.desk, ids.crew) }],
    [ids.officeHours, { name: 'Mailed', coverage: 'office-hours', ...owners(first, second) }],
  ]);
  const rotation = {
    name: 'All',
    pipelines: [ids.onCall],
    versions: [{ from: '2026-01-05', order: ids.people }],
  };
  const [failure, figure] = ids.alerts;
  const paged = [
    { id: failure, kind: 'failure', failureClass: 'processing' },
    { id: figure, kind: 'range', metrics: ids.metrics, min: 0, max: 9, failureClass: 'data' },
  ];
  const mailed = [{ id: failure, kind: 'missing', metrics: ids.metrics, failureClass: 'data' }];
  const files: Readonly<Record<string, string>> = {
    'organization.yaml': yaml(organization),
    'pipelines.yaml': yaml(pipelines),
    'rotations.yaml': yaml(new Map([[ids.rotation, rotation]])),
    'leave.yaml': yaml([{ person: first, from: '2026-12-08', until: '2026-12-09', cover: second }]),
    'holidays/2026.yaml': yaml([{ id: ids.holiday, name: 'Day', date: '2026-12-25', status: 'gazetted' }]),
    'holidays/2027.yaml': '[]\n',
    [`runbooks/${ids.onCall}.md`]: runbook('Paged', ids.alerts, {
      pipeline: ids.onCall,
      escalation: ['primary', 'on-duty'],
      alerts: paged,
    }),
    [`runbooks/${ids.officeHours}.md`]: runbook('Mailed', [failure], {
      pipeline: ids.officeHours,
      alerts: mailed,
    }),
  };
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
}

function runbook(title: string, alerts: readonly string[], frontMatter: object): string {
  const headings = [
    'Description',
    'Critical inputs',
    'Critical outputs',
    'Common failures',
    'Monitoring alerts',
  ];
  const parts = headings.map((heading) => `## ${heading}\n\nText.\n`);
  const sections = alerts.map(
    (id) => `### ${id}\n\n**Meaning.** Text.\n\n**Check.**\n\n1. Look.\n\n**Repair.**\n\n1. Mend.\n`,
  );
  return [
    `---\n${yaml(frontMatter)}---\n# ${title}\n`,
    ...parts,
    ...sections,
    '## Escalation\n\nText.\n',
  ].join('\n');
}

function yaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}
