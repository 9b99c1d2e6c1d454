import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import type { Report } from '../../src/verbs/rehearse/rehearsalLedger';
import type { TimedReport } from '../../src/verbs/rehearse/scenario/scenario';

const FOLDER = join(__dirname, '../rehearsal/rules');
const TIME_ZONE = 'Asia/Kuala_Lumpur';

/** What a line of `then` says of a minute. */
export type Saying = 'nothing' | 'still alert' | 'alert' | 'no data' | 'recovered';

/** One story of one monitor. */
export interface RuleCase {
  readonly title: string;
  readonly pipeline: string;
  /** Id of the rule, and its metric and bound where there are any, joined by `/`. */
  readonly path: string;
  /** The first business date that is asked for. */
  readonly asked: Temporal.PlainDate;
  readonly reports: readonly TimedReport[];
  readonly then: readonly { readonly at: Temporal.Instant; readonly line: string; readonly saying: Saying }[];
}

interface Written {
  readonly case: string;
  readonly asked?: string;
  readonly reports?: readonly string[];
  /** More reports, beside those that several stories share. */
  readonly and?: readonly string[];
  readonly then: readonly string[];
}

/** All stories of test/rehearsal/rules, a file a pipeline. */
export function ruleCases(): RuleCase[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const { pipeline, ...rules } = parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>;
    return Object.entries(rules).flatMap(([path, cases]) =>
      (cases as Written[]).map((written) => read(String(pipeline), path, written)),
    );
  });
}

function read(pipeline: string, path: string, written: Written): RuleCase {
  const then = written.then.map((line) => {
    const { at, rest } = timed(line);
    return { at, line, saying: sayingOf(rest) };
  });
  const first = then[0];
  if (first === undefined) throw new Error(`'${written.case}' expects nothing`);
  return {
    title: `${pipeline} ${path}: ${written.case}`,
    pipeline,
    path,
    asked:
      written.asked === undefined
        ? first.at.toZonedDateTimeISO(TIME_ZONE).toPlainDate().subtract({ days: 7 })
        : dateOf(written.asked),
    reports: [...(written.reports ?? []), ...(written.and ?? [])].map((line) => {
      const { at, rest } = timed(line);
      return { at, report: reportOf(pipeline, rest) };
    }),
    then,
  };
}

/** `Fri 2026-11-20 09:05 alert` */
function timed(line: string): { at: Temporal.Instant; rest: string } {
  const [, date = '', time = '', rest = ''] = /^(\w{3} \S{10}) (\d\d:\d\d) (.+)$/.exec(line) ?? [];
  if (rest === '') throw new Error(`no time and sentence: '${line}'`);
  return { at: dateOf(date).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).toInstant(), rest };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Fri 2026-11-20`; the weekday, which people read, has to be right. */
function dateOf(text: string): Temporal.PlainDate {
  const [weekday = '', iso = ''] = text.split(' ');
  const date = Temporal.PlainDate.from(iso);
  if (WEEKDAYS[date.dayOfWeek - 1] !== weekday) throw new Error(`not that weekday: '${text}'`);
  return date;
}

function sayingOf(text: string): Saying {
  switch (text) {
    case 'nothing':
    case 'still alert':
    case 'alert':
    case 'no data':
    case 'recovered':
      return text;
    default:
      throw new Error(`not understood: '${text}'`);
  }
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const DATE = String.raw`(\w{3} \S{10})`;
const RUN = new RegExp(`^run (.+) of ${DATE} (started|succeeded|failed)$`);
const EXPECTED = new RegExp(`^(\\w+) of ${DATE} is expected to be ${NUMBER}$`);
const ACTUAL = new RegExp(`^(\\w+) of ${DATE} is ${NUMBER}(?:, expected ${NUMBER})?$`);
const DATA = new RegExp(`^data seen up to ${DATE} (\\d\\d:\\d\\d)$`);

/** A sentence as the call that a pipeline makes. */
function reportOf(pipeline: string, text: string): Report {
  const call = (name: string, ...values: readonly (string | null)[]): Report => ({
    sql: `SELECT watchbill.${name}(${[pipeline, ...values].map((_, index) => `$${index + 1}`).join(', ')})`,
    values: [pipeline, ...values],
  });
  const iso = (date = '') => dateOf(date).toString();
  const [, run = '', runDate, outcome = ''] = RUN.exec(text) ?? [];
  if (outcome === 'started') return call('run_started', run, iso(runDate));
  if (outcome !== '') return call('run_finished', run, outcome, iso(runDate));
  const [, late = '', lateDate, wanted] = EXPECTED.exec(text) ?? [];
  if (wanted !== undefined) return call('metric_reported', late, iso(lateDate), null, wanted);
  const [, metric = '', date, actual, expected] = ACTUAL.exec(text) ?? [];
  if (actual !== undefined) return call('metric_reported', metric, iso(date), actual, expected ?? null);
  const [, seenDate, time] = DATA.exec(text) ?? [];
  if (time !== undefined) return call('data_seen', timed(`${seenDate} ${time} x`).at.toString());
  throw new Error(`not understood: '${text}'`);
}
