import { Temporal } from 'temporal-polyfill';
import type {
  AlertRule,
  Location,
  Organization,
  Owner,
  Person,
  Pipeline,
  RunbookSection,
  Team,
} from '../../src/catalog';
import { targetOf } from '../roster/fixture';

const source: Location = { file: 'data/fixture.yaml', line: 1, column: 1 };

export const organization: Organization = {
  name: 'XYZ Tech',
  timeZone: 'Asia/Kuala_Lumpur',
  workingWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  restDays: ['sunday'],
  officeHours: { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:00') },
  handOff: { day: 'monday', at: Temporal.PlainTime.from('09:00') },
  runbooksUrl: 'https://github.com/xyz-tech/watchbill/blob/main/data/runbooks',
  pagerDutyUrl: 'https://xyz-tech.pagerduty.com',
  horizonDays: 84,
  duties: ['on-duty'],
  escalation: {
    steps: [
      { notify: [targetOf('primary')], waits: Temporal.Duration.from({ minutes: 15 }) },
      { notify: [targetOf('on-duty')], waits: Temporal.Duration.from({ minutes: 30 }) },
    ],
    repeat: 2,
  },
  source,
  horizonSource: source,
};

export const dataEngineering: Team = { id: 'de', name: 'Data Engineering', source };

export const businessAnalytics: Team = {
  id: 'ba',
  name: 'Business Analytics',
  desk: { name: 'Business Analytics desk', email: 'ba-desk@xyz-tech.example' },
  source,
};

export const accounts: Team = {
  id: 'accounts',
  name: 'Accounts',
  desk: { name: 'Accounts desk', email: 'accounts-desk@xyz-tech.example' },
  source,
};

function person(id: string, name: string): Person {
  return { id, name, team: dataEngineering, email: `${id}@xyz-tech.example`, observes: [], source };
}

export function byTeam(team: Team): Owner {
  return { kind: 'team', team };
}

export function byPerson(id: string, name: string): Owner {
  return { kind: 'person', person: person(id, name) };
}

type KeysOf<Rule> = Rule extends AlertRule ? Omit<Rule, 'section' | 'source'> : never;

/** A rule without its section and source: what the front matter says. */
export type RuleKeys = KeysOf<AlertRule>;

/** A rule whose section says nothing but its title: the id as a heading would be written. */
export function rule(keys: RuleKeys, section: Partial<RunbookSection> = {}): AlertRule {
  const words = keys.id.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { ...keys, section: { title, slug: keys.id, meaning: '', firstSteps: [], ...section }, source };
}

/** An on-call pipeline of the Business Analytics team, with the keys that are given replaced. */
export function pipeline(alerts: readonly AlertRule[], keys: Partial<Pipeline> = {}): Pipeline {
  const id = keys.id ?? 'aggregate-profit';
  return {
    id,
    name: 'Aggregate profit for investors',
    coverage: 'on-call',
    primary: byTeam(businessAnalytics),
    secondary: byTeam(dataEngineering),
    escalation: organization.escalation,
    rotations: [{ id: 'profit-and-engagement', duty: 'on-duty' }],
    runbook: { file: `${id}.md`, pipeline: id, alerts, source },
    source,
    ...keys,
  };
}
