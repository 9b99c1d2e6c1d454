import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Io } from '../../../src/cli/io';
import { main } from '../../../src/main';
import { type Call, type Fault, type Sandbox, startSandbox } from '../../../src/sandbox';
import { changedData } from '../../cli/folder';

const ZONE = 'Asia/Kuala_Lumpur';
const PEOPLE = ['Aidil', 'Thiru', 'Choo', 'Spencer'];
const ROTATIONS = ['Investor profit and engagement', 'Investor growth'];
/** Both rotations have it here, so that one person stands in both. */
const ORDER = ['aidil', 'thiru', 'choo', 'spencer'];

/** Tuesday 24 November 2026, 22:40:30: Choo's week, the 47th after Monday 5 January. */
export const NIGHT = Temporal.Instant.from('2026-11-24T14:40:30Z');

/** What a run printed and returned, and what it asked. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

/** A team's data and a PagerDuty to which its rotations are deployed, on a clock of their own. */
export class Team {
  now = NIGHT;
  /** What goes wrong with which call. */
  faults: (call: Call) => Fault | undefined = () => undefined;

  /** The leave file before the command. */
  leaveBefore: string;

  private constructor(
    readonly data: string,
    readonly sandbox: Sandbox,
  ) {
    this.leaveBefore = this.leave;
  }

  /** @param deployed names of the rotations that PagerDuty has schedules of */
  static async start(deployed: readonly string[] = ROTATIONS): Promise<Team> {
    const data = changedData('rotations.yaml', (text) =>
      text.replace('[spencer, choo, aidil, thiru]', `[${ORDER.join(', ')}]`),
    );
    const running: { team?: Team } = {};
    const sandbox = await startSandbox({
      users: PEOPLE.map((name) => ({ name, email: `${name.toLowerCase()}@xyz-tech.example` })),
      clock: () => running.team?.now ?? NIGHT,
      faults: (call) => running.team?.faults(call),
    });
    running.team = new Team(data, sandbox);
    for (const name of deployed) await running.team.deploy(name);
    return running.team;
  }

  get leavePath(): string {
    return join(this.data, 'leave.yaml');
  }

  get leave(): string {
    return readFileSync(this.leavePath, 'utf8');
  }

  set leave(text: string) {
    writeFileSync(this.leavePath, text);
  }

  /** Nothing was written, neither here nor there. */
  expectUntouched(): void {
    expect([this.leave, this.overrides]).toEqual([this.leaveBefore, []]);
  }

  /** Overrides as `schedule: person from until`, in local time. */
  get overrides(): string[] {
    const { overrides, users, schedules } = this.sandbox.state.pagerduty;
    const local = (text: string) =>
      Temporal.Instant.from(text).toZonedDateTimeISO(ZONE).toPlainDateTime().toString();
    return overrides.map(({ schedule, user, start, end }) => {
      const name = schedules.find(({ id }) => id === schedule)?.name;
      return `${name}: ${users.find(({ id }) => id === user)?.name} ${local(start)} ${local(end)}`;
    });
  }

  /** How many calls of a method have arrived. */
  calls(method: string): number {
    return this.sandbox.calls.filter((call) => call.method === method).length;
  }

  /** Breaks one call of a method, counted from the next one. */
  break(method: string, which: number, fault: Fault): void {
    let left = which;
    this.faults = (call) => {
      if (call.method !== method) return undefined;
      left -= 1;
      return left === 0 ? fault : undefined;
    };
  }

  async cover(args: string, io: Partial<Io> = {}): Promise<Ran> {
    const [out, err, asked]: [string[], string[], string[]] = [[], [], []];
    const { confirm, ...rest } = io;
    const code = await main(['cover', ...args.split(' '), '--data', this.data], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: this.sandbox.env,
      now: () => this.now,
      synthesize: () => [],
      ...(confirm && {
        confirm: (question) => {
          asked.push(question);
          return confirm(question);
        },
      }),
      ...rest,
    });
    return { code, out: out.join(''), err: err.join(''), asked };
  }

  /** What `watchbill who` says of a pipeline at an instant. */
  async who(pipeline: string, at: string): Promise<string> {
    const out: string[] = [];
    await main(['who', pipeline, '--at', at, '--data', this.data], {
      out: (text) => out.push(text),
      err: (text) => out.push(text),
      env: {},
      now: () => this.now,
      synthesize: () => [],
    });
    return out.join('');
  }

  /** A schedule of people who take turns from 5 January on. */
  async deploy(name: string, order: readonly string[] = ORDER): Promise<void> {
    const { users } = this.sandbox.state.pagerduty;
    const first = '2026-01-05T09:00:00+08:00';
    const people = order.map((id) => users.find(({ email }) => email.startsWith(`${id}@`))?.id);
    await this.post('/schedules', {
      schedule: {
        name,
        type: 'schedule',
        time_zone: ZONE,
        schedule_layers: [
          {
            start: first,
            rotation_virtual_start: first,
            rotation_turn_length_seconds: 604_800,
            users: people.map((id) => ({ user: { id, type: 'user_reference' } })),
          },
        ],
      },
    });
  }

  /** A call of somebody else's. */
  async post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.sandbox.pagerDutyUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Token token=${this.sandbox.tokens.pagerDuty}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
}

export const PROFIT = 'Investor profit and engagement';
export const GROWTH = 'Investor growth';
/** Choo's child is ill tonight; by the rules it is Spencer, whose week is the next. */
export const TONIGHT = 'choo --until 2026-11-25T09:00';
export const ENTRY = '- { person: choo, from: 2026-11-24T22:40, until: 2026-11-25T09:00, emergency: true }\n';
export const SPENCER = [PROFIT, GROWTH].map(
  (name) => `${name}: Spencer 2026-11-24T22:40:30 2026-11-25T09:00:00`,
);

/** How PagerDuty fails. */
export const FAULTS: readonly Fault[] = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'truncate' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 403, body: { error: { message: 'Access denied' } } },
];
/** A fault in the name of a test. */
export function faultName(fault: Fault): string {
  return fault.kind === 'status' ? String(fault.status) : fault.kind;
}
