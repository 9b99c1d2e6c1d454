import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import {
  type Catalog,
  loadCatalogOrThrow,
  personScheduleName,
  readDataDirectory,
} from '../../../src/catalog';
import { type Layer, readTerraformJson } from '../../../src/deployment';
import { main } from '../../../src/main';
import { contains, personRosters, rosterOfCatalog, type Span } from '../../../src/roster';
import { type Sandbox, startSandbox } from '../../../src/sandbox';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import type { Ran } from './fixture';

const EXAMPLE = join(__dirname, '../../../examples/three-offices');

/** Thursday 26 November 2026, 10:00:20 in London. */
export const MORNING = Temporal.Instant.from('2026-11-26T10:00:20Z');

/** The example of three offices, and a PagerDuty that has its schedules as they are synthesized. */
export class Offices {
  private constructor(
    readonly data: string,
    readonly sandbox: Sandbox,
    readonly now: Temporal.Instant,
  ) {}

  /** @param rotations what the rotations are in the place of the example's */
  static async start(now = MORNING, rotations = (text: string) => text): Promise<Offices> {
    const data = mkdtempSync(join(tmpdir(), 'watchbill-'));
    cpSync(EXAMPLE, data, { recursive: true });
    const file = join(data, 'rotations.yaml');
    writeFileSync(file, rotations(readFileSync(file, 'utf8')));
    const { people } = loadCatalogOrThrow(readDataDirectory(data), data);
    const sandbox = await startSandbox({
      users: people.map(({ name, email }) => ({ name, email })),
      clock: () => now,
    });
    const team = new Offices(data, sandbox, now);
    const { schedules } = readTerraformJson(synthesizedStacks({ data, asOf: now.toString() }));
    for (const { name, timeZone, layers } of schedules) {
      const sent = layers.map((layer) => team.layerBody(layer));
      await team.post('/schedules', {
        schedule: { name, type: 'schedule', time_zone: timeZone, schedule_layers: sent },
      });
    }
    return team;
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  get leave(): string {
    return readFileSync(join(this.data, 'leave.yaml'), 'utf8');
  }

  get catalog(): Catalog {
    return loadCatalogOrThrow(readDataDirectory(this.data), this.data);
  }

  /** Overrides as `schedule: person from until`, in a zone's local time, sorted. */
  overrides(timeZone: string): string[] {
    const { overrides, users, schedules } = this.sandbox.state.pagerduty;
    const local = (text: string) =>
      Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
    return overrides
      .map(({ schedule, user, start, end }) => {
        const name = schedules.find(({ id }) => id === schedule)?.name;
        return `${name}: ${users.find(({ id }) => id === user)?.name} ${local(start)} ${local(end)}`;
      })
      .sort();
  }

  async cover(args: string): Promise<Ran> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(['cover', ...args.split(' '), '--data', this.data], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: this.sandbox.env,
      now: () => this.now,
      synthesize: () => [],
    });
    return { code, out: out.join(''), err: err.join(''), asked: [] };
  }

  /** Where PagerDuty has somebody else on call than the data says, at each moment of the span. */
  async disagreements(span: Span, moments: readonly Temporal.Instant[]): Promise<string[]> {
    const { catalog } = this;
    const meant = [
      ...rosterOfCatalog(catalog, span).map(({ rotation, shifts }) => {
        return { name: catalog.rotations.find(({ id }) => id === rotation)?.name ?? '', shifts };
      }),
      ...personRosters(catalog, span).map(({ pipeline, person, shifts }) => {
        return { name: personScheduleName(pipeline, person), shifts };
      }),
    ];
    const found: string[] = [];
    for (const { name, shifts } of meant) {
      const entries = await this.finalSchedule(name, span);
      for (const at of moments.filter((each) => contains(span, each))) {
        const named = shifts.find((shift) => contains(shift, at))?.onDuty.name ?? 'nobody';
        const paged = entries.find((entry) => contains(entry, at))?.name ?? 'nobody';
        if (named !== paged) found.push(`${name} ${at}: ${paged}, not ${named}`);
      }
    }
    return found;
  }

  private async finalSchedule(name: string, { from, until }: Span): Promise<(Span & { name: string })[]> {
    const id = this.sandbox.state.pagerduty.schedules.find((schedule) => schedule.name === name)?.id;
    const answer = (await this.call('GET', `/schedules/${id}?since=${from}&until=${until}`)) as {
      schedule: {
        final_schedule: {
          rendered_schedule_entries: { start: string; end: string; user: { summary: string } }[];
        };
      };
    };
    return answer.schedule.final_schedule.rendered_schedule_entries.map(({ start, end, user }) => ({
      from: Temporal.Instant.from(start),
      until: Temporal.Instant.from(end),
      name: user.summary,
    }));
  }

  private layerBody({ start, end, rotationVirtualStart, turnLength, users, restrictions }: Layer): object {
    const known = this.sandbox.state.pagerduty.users;
    return {
      start: start.toString(),
      end: end?.toString() ?? null,
      rotation_virtual_start: rotationVirtualStart.toString(),
      rotation_turn_length_seconds: turnLength.total('seconds'),
      users: users.map((email) => ({
        user: { id: known.find((user) => user.email === email)?.id, type: 'user_reference' },
      })),
      restrictions: restrictions.map((restriction) => ({
        type: `${restriction.kind}_restriction`,
        start_time_of_day: restriction.from.toString(),
        duration_seconds: restriction.duration.total('seconds'),
        ...(restriction.kind === 'weekly' && { start_day_of_week: restriction.dayOfWeek }),
      })),
    };
  }

  private async post(path: string, body: unknown): Promise<void> {
    await this.call('POST', path, body);
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.sandbox.pagerDutyUrl}${path}`, {
      method,
      headers: {
        authorization: `Token token=${this.sandbox.tokens.pagerDuty}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
