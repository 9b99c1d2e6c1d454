import type { Temporal } from 'temporal-polyfill';
import { channelsOf } from '../../alerts';
import { type Catalog, officeOf, type Paging, type Pipeline, urgencyOf, waitsForOffice } from '../../catalog';
import type { Page } from '../../rehearsal';
import { type Absence, contains, isBefore, isOfficeTime, limitOf, type Reached, Rosters } from '../../roster';
import { sameEmail } from '../../text/email';
import { listText, shortTimeText } from '../../time/localTime';
import { type RuleProblem, untoldChannels, wrongUrgency } from './ruleProblem';
import type { RuleRehearsal } from './ruleRehearsal';

export type { RuleProblem } from './ruleProblem';

/** Judges rehearsals by the team's data: who is on call, and who is away. */
export class Verdict {
  private readonly rosters: Rosters;

  /** @param asOf messages leave out its year */
  constructor(
    private readonly catalog: Catalog,
    private readonly asOf: Temporal.Instant,
  ) {
    this.rosters = new Rosters(catalog);
  }

  /** Whether a moment is before the first version of every rotation of an on-call pipeline. */
  isBeforeFirstVersion(pipeline: Pipeline, at: Temporal.Instant): boolean {
    const own = this.catalog.rotations.filter(({ id }) => pipeline.rotations.some((each) => each.id === id));
    return own.length > 0 && own.every((rotation) => this.rosters.turns(rotation).at(at) === undefined);
  }

  /** Who a level of a pipeline reaches at the moment of a page, by the data; empty if there is no such level. */
  reached(pipeline: Pipeline, { step, at }: Pick<Page, 'step' | 'at'>): readonly Reached[] {
    const level = pipeline.escalation.steps[step - 1];
    return level === undefined ? [] : this.rosters.reachedAt(pipeline, level, at);
  }

  /** The name of the person or desk with an e-mail address; the address itself if there is none. */
  nameOf(email: string): string {
    const desks = this.catalog.teams.flatMap(({ desk }) => desk ?? []);
    return [...this.catalog.people, ...desks].find((each) => sameEmail(each.email, email))?.name ?? email;
  }

  /** The id of the person whose log-in an address is; undefined for a desk's. */
  personOf(email: string): string | undefined {
    return this.catalog.people.find((each) => sameEmail(each.email, email))?.id;
  }

  /** The problems in order of time; empty if the right people were reached and the monitor recovered. */
  problemsOf(pipeline: Pipeline, rule: Paging, rehearsal: RuleRehearsal): RuleProblem[] {
    const { firesAt, notifications, incidents, recoversAt, repairedAt, repaired } = rehearsal;
    if (firesAt === undefined) {
      return [{ code: 'REHE001', message: 'the monitor never fires' }];
    }
    const pages = incidents.flatMap((incident) => incident.pages);
    const alerts = notifications.filter(({ occasion }) => occasion === 'alert');
    const isTold = pages.length > 0 || alerts.some(({ emails }) => emails.length > 0);
    const recoveries = notifications.filter(({ occasion }) => occasion === 'recovery');
    const isOpen =
      incidents.some(({ resolvedAt }) => resolvedAt === undefined) ||
      alerts.some(({ emails }) =>
        emails.some(
          (email) => !recoveries.some((recovery) => recovery.emails.some((other) => sameEmail(other, email))),
        ),
      );
    const silent = { code: 'REHE002', message: 'nobody is notified' } as const;
    const stuck = {
      code: 'REHE005',
      message: `${repaired} at ${this.time(repairedAt ?? firesAt)}, but ${recoversAt === undefined ? 'the monitor does not recover' : 'nobody is notified of the recovery, so it stays open'}`,
    } as const;
    return [
      ...(isTold ? [] : [silent]),
      ...pages.flatMap((page) => this.wrongPage(pipeline, page)),
      ...incidents.flatMap(({ passedOver = [] }) =>
        passedOver.flatMap((level) => this.wrongSkip(pipeline, level)),
      ),
      ...untoldChannels(channelsOf(pipeline, this.catalog.organization), notifications),
      ...wrongUrgency(urgencyOf(pipeline, rule), incidents),
      ...(waitsForOffice(pipeline, rule)
        ? this.wrongTimes(pipeline, rehearsal)
        : this.lateTimes(pipeline, rehearsal)),
      ...(recoversAt === undefined || isOpen ? [stuck] : []),
    ];
  }

  /** Problems of a page: it reaches somebody other than the data says, or somebody who is away. */
  private wrongPage(pipeline: Pipeline, page: Page): RuleProblem[] {
    if (page.again === true) return [];
    const { email, at } = page;
    const level = this.reached(pipeline, page);
    const reached = level.find(({ responder }) => sameEmail(responder.email, email));
    const name = this.nameOf(email);
    const problems: RuleProblem[] = [];
    if (reached === undefined) {
      const expected = level.length === 0 ? 'nobody' : listText(level.map(({ responder }) => responder.name));
      problems.push({
        code: 'REHE004',
        message: `${name} is paged at ${this.time(at)}; the roster names ${expected}`,
      });
    }
    const person = this.catalog.people.find((each) => sameEmail(each.email, email));
    // An agreed cover includes holidays of the person who covers, which check has reported.
    const agreed = this.catalog.leave.some(
      (leave) => leave.cover?.id === person?.id && person !== undefined && contains(leave, at),
    );
    const isAway = (this.rosters.absences.get(person?.id ?? '') ?? []).some(
      (absence) =>
        contains(absence, at) && !(agreed && absence.kind === 'holiday') && this.counts(absence, reached),
    );
    // If everybody is away the rostered person stays on call, which check has reported.
    if (isAway && reached?.watch?.reason !== 'clash') {
      problems.push({ code: 'REHE003', message: `${name} is paged at ${this.time(at)} while away` });
    }
    return problems;
  }

  /** A level that PagerDuty skips although the data names somebody. */
  private wrongSkip(pipeline: Pipeline, level: Pick<Page, 'step' | 'at'>): RuleProblem[] {
    const expected = this.reached(pipeline, level);
    if (expected.length === 0) return [];
    const names = listText(expected.map(({ responder }) => responder.name));
    return [
      {
        code: 'REHE004',
        message: `step ${level.step} pages nobody at ${this.time(level.at)}; the roster names ${names}`,
      },
    ];
  }

  /** Whether an absence counts for what pages a person: a leave may name one rotation. */
  private counts(absence: Absence, reached: Reached | undefined): boolean {
    const only = limitOf(absence);
    const { target } = reached ?? {};
    return only === undefined || (target?.kind === 'rotation' && target.rotation === only);
  }

  /** Notifications that do not wait for office hours, or wait during them; recoveries never wait. */
  private wrongTimes(pipeline: Pipeline, { firesAt, notifications }: RuleRehearsal): RuleProblem[] {
    const told = notifications.filter(
      ({ occasion, emails, services }) =>
        occasion !== 'recovery' && (emails.length > 0 || services.length > 0),
    );
    const office = officeOf(this.catalog, pipeline);
    const early = told.filter(({ at }) => !isOfficeTime(office, at));
    const [first] = told;
    const isLate =
      first !== undefined &&
      firesAt !== undefined &&
      isBefore(firesAt, first.at) &&
      isOfficeTime(office, firesAt) &&
      !isMuted(pipeline, firesAt);
    return [
      ...early.map(({ at, emails }): RuleProblem => {
        const names = listText(emails.map((email) => this.nameOf(email)));
        const what = emails.length > 0 ? `mail to ${names}` : 'a page';
        return { code: 'REHE008', message: `${what} at ${this.time(at)}, outside office hours` };
      }),
      ...(isLate
        ? [{ code: 'REHE009', message: `held from ${this.time(firesAt)}, in office hours` } as const]
        : []),
    ];
  }

  /** An alert that should notify at once and does not, although no maintenance mutes it. */
  private lateTimes(pipeline: Pipeline, { firesAt, notifications }: RuleRehearsal): RuleProblem[] {
    const first = notifications.find(({ occasion }) => occasion === 'alert');
    if (firesAt === undefined || first === undefined || !isBefore(firesAt, first.at)) return [];
    if (isMuted(pipeline, firesAt)) return [];
    return [{ code: 'REHE009', message: `held from ${this.time(firesAt)}, and nothing in the data says so` }];
  }

  private time(at: Temporal.Instant): string {
    return shortTimeText(at, this.catalog.organization.timeZone, this.asOf);
  }
}

/** Whether a maintenance mutes a pipeline at a moment. */
function isMuted({ maintenance = [] }: Pipeline, at: Temporal.Instant): boolean {
  return maintenance.some((each) => contains(each, at));
}
