import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../catalog';
import { type Deployment, type Monitor, readTerraformJson } from '../rehearsal';
import { embeddedLedger, RehearsalLedger, scenarioOf, scratchLedger, telemetryOf } from '../telemetry';
import { diagnosticsText } from './diagnosticsReport';
import { EXIT, UsageError } from './exitCode';
import type { StackIo } from './io';
import { instantJson, jsonText } from './json';
import type { Rehearsable, Rehearsed } from './rehearse/rehearsed';
import { isSound, rehearsalJson, rehearsalText } from './rehearse/report';
import { rehearseRule } from './rehearse/ruleRehearsal';
import { truthOf } from './rehearse/truth';
import { Judge } from './rehearse/verdict';
import { type CommonOptions, dataFolder, instantOption, openSoundSession } from './session';
import { findById } from './suggestion';

/** Options of `watchbill rehearse`. */
export interface RehearseOptions extends CommonOptions {
  /** When it breaks. @default - 03:00 of the night after next, when everything that is deployed today has begun */
  readonly at?: string;
  /** A PostgreSQL server, to rehearse on a database of its own there. @default - one in this process */
  readonly database?: string;
}

/**
 * `watchbill rehearse`: breaks rules in a run ledger, and follows each through the views,
 * the monitor, the service and the schedule to a person's phone, and to its recovery.
 */
export async function rehearse(
  [pipelineId, alertId]: readonly [string | undefined, string | undefined],
  options: RehearseOptions,
  io: StackIo,
): Promise<number> {
  const { session, diagnostics } = openSoundSession(options, io);
  if (session === undefined) {
    io.err(diagnosticsText(diagnostics));
    return EXIT.problems;
  }
  const { catalog, asOf } = session;
  const { timeZone } = catalog.organization;
  const from =
    options.at === undefined ? nightAfterNext(asOf, timeZone) : instantOption('--at', options.at, timeZone);
  const stacks = io.synthesize({ data: dataFolder(options, io), asOf: instantJson(asOf, timeZone) });
  const deployment = readTerraformJson(stacks);
  const wanted = chosen(rehearsables(catalog, deployment), catalog, pipelineId, alertId);
  const judge = new Judge(catalog);
  const rules = await rehearseAll(wanted, { catalog, deployment, from, judge }, options, io);
  const pipelines = new Set(wanted.map(({ pipeline }) => pipeline.id));
  const truths = truthOf(catalog, deployment, asOf).filter(({ pipeline }) => pipelines.has(pipeline));
  const view = { catalog, asOf, rules, truths, judge };
  io.out(options.json === true ? jsonText(rehearsalJson(view)) : rehearsalText(view));
  return isSound(view) ? EXIT.clean : EXIT.problems;
}

interface Setting {
  readonly catalog: Catalog;
  readonly deployment: Deployment;
  readonly from: Temporal.Instant;
  readonly judge: Judge;
}

async function rehearseAll(
  wanted: readonly Rehearsable[],
  { catalog, deployment, from, judge }: Setting,
  { database }: RehearseOptions,
  io: StackIo,
): Promise<Rehearsed[]> {
  io.progress?.('starting a run ledger');
  const connected = database === undefined ? await embeddedLedger() : await scratchLedger(database);
  const rehearsed: Rehearsed[] = [];
  try {
    const ledger = await RehearsalLedger.open(connected, telemetryOf(catalog));
    for (const [index, each] of wanted.entries()) {
      const { pipeline, rule, monitor } = each;
      io.progress?.(`${index + 1} of ${wanted.length}: ${monitor.name}`);
      const scenario = scenarioOf({ ...each, pipeline: pipeline.id }, catalog, from);
      const rehearsal = await ledger.within(scenario.firstDate, () =>
        rehearseRule(deployment, monitor, rule.kind, scenario, ledger),
      );
      rehearsed.push({ ...each, rehearsal, problems: judge.problemsOf(pipeline, rehearsal) });
    }
  } finally {
    io.progress?.('');
    await connected.close();
  }
  return rehearsed;
}

/** Every monitor of every rule of the data, by the tags that it carries. */
function rehearsables({ pipelines }: Catalog, { monitors }: Deployment): Rehearsable[] {
  return pipelines.flatMap((pipeline) =>
    (pipeline.runbook?.alerts ?? []).flatMap((rule) => {
      const own = monitors.filter(
        (monitor) => tagOf(monitor, 'pipeline') === pipeline.id && tagOf(monitor, 'alert') === rule.id,
      );
      if (own.length === 0) throw new Error(`no monitor of ${pipeline.id}, ${rule.id} is deployed`);
      return own.map((monitor) => {
        const metric = tagOf(monitor, 'metric');
        return {
          pipeline,
          rule,
          monitor,
          ...(metric === undefined ? {} : { metric }),
          ...(rule.kind === 'range'
            ? { bound: / < /.test(monitor.query) ? ('min' as const) : ('max' as const) }
            : {}),
        };
      });
    }),
  );
}

function tagOf({ tags }: Monitor, key: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${key}:`))?.slice(key.length + 1);
}

function chosen(
  all: readonly Rehearsable[],
  { pipelines }: Catalog,
  pipelineId: string | undefined,
  alertId: string | undefined,
): readonly Rehearsable[] {
  if (pipelineId === undefined) return all;
  const pipeline = findById('pipeline', pipelines, pipelineId);
  const own = all.filter((each) => each.pipeline === pipeline);
  if (own.length === 0)
    throw new UsageError(`"${pipelineId}" has no alert rule: there is nothing to rehearse`);
  if (alertId === undefined) return own;
  const { id } = findById(
    'alert',
    own.map(({ rule }) => rule),
    alertId,
  );
  return own.filter(({ rule }) => rule.id === id);
}

/** 03:00 of the second day: Datadog refuses downtimes that begin in the past, so those of office hours begin tomorrow. */
function nightAfterNext(asOf: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = asOf.toZonedDateTimeISO(timeZone).toPlainDate();
  return today.add({ days: 2 }).toZonedDateTime({ timeZone, plainTime: '03:00' }).toInstant();
}
