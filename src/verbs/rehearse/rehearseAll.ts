import type { Temporal } from 'temporal-polyfill';
import { type Catalog, type NoData, officeOf, readsLedger } from '../../catalog';
import type { StackIo } from '../../cli/io';
import { type Deployment, DeploymentError } from '../../deployment';
import { telemetryOf } from '../../telemetry';
import { embeddedLedger } from './connect/embedded';
import type { Ledger } from './connect/ledger';
import { scratchLedger } from './connect/scratch';
import { Interruption } from './interruption';
import { type Planned, refuseLate } from './plannedMoment';
import { RehearsalLedger } from './rehearsalLedger';
import type { Rehearsable, Rehearsed } from './rehearsed';
import { type RuleRehearsal, rehearseRule } from './ruleRehearsal';
import { scenarioOf } from './scenario/scenarioOf';
import { rehearseSignalRule, SIGNAL_REPAIRED } from './signal/signalRehearsal';
import { silenceText } from './signal/silence';
import type { RuleProblem } from './verdict';

/** The setting in which all rules are rehearsed. */
export interface Setting {
  readonly catalog: Catalog;
  readonly deployment: Deployment;
  /** When the rules break. */
  readonly from: Temporal.Instant;
  readonly planned: Planned;
}

/**
 * Rehearses rules one after the other. A ledger is started only if one of them reads it.
 * @param database the address of a PostgreSQL server; undefined for the embedded one
 */
export async function rehearseAll(
  wanted: readonly Rehearsable[],
  setting: Setting,
  database: string | undefined,
  io: StackIo,
): Promise<Rehearsed[]> {
  const { catalog, planned } = setting;
  const interruption = new Interruption(io);
  const rehearsed: Rehearsed[] = [];
  let connected: Ledger | undefined;
  try {
    let ledger: RehearsalLedger | undefined;
    const reading = wanted.filter(({ rule }) => readsLedger(rule)).length;
    if (reading > 0) {
      io.progress?.('starting a run ledger');
      connected = database === undefined ? await embeddedLedger(reading) : await scratchLedger(database);
      ledger = await RehearsalLedger.open(connected, telemetryOf(catalog));
    } else if (database !== undefined) {
      io.err('--database is not used: none of these rules reads the run ledger\n');
    }
    for (const [index, each] of wanted.entries()) {
      interruption.check();
      io.progress?.(`${index + 1} of ${wanted.length}: ${each.monitor.name}`);
      const played = await rehearseOne(each, setting, ledger);
      refuseLate(played.rehearsal, `${each.pipeline.id}, ${each.rule.id}`, planned);
      rehearsed.push({ ...each, ...played });
    }
  } finally {
    io.progress?.('');
    await connected?.close().finally(() => interruption.giveBack());
  }
  return rehearsed;
}

type Played = Pick<Rehearsed, 'rehearsal' | 'problems'>;

async function rehearseOne(
  { pipeline, rule, monitor, ...variant }: Rehearsable,
  { catalog, deployment, from, planned }: Setting,
  ledger: RehearsalLedger | undefined,
): Promise<Played> {
  const judged = (rehearsal: RuleRehearsal, more: readonly RuleProblem[] = []) => ({
    rehearsal,
    problems: [...planned.verdict.problemsOf(pipeline, rule, rehearsal), ...more],
  });
  if (!readsLedger(rule)) {
    return rehearseSignalRule(deployment, monitor, from).then(
      (rehearsal) => judged(rehearsal, silenceProblems(rehearsal, rule.noData)),
      notUnderstood({ monitor, begins: from, repaired: SIGNAL_REPAIRED }),
    );
  }
  if (ledger === undefined) throw new Error(`no ledger was started for ${rule.id}`);
  const broken = { ...variant, rule, pipeline: pipeline.id };
  const scenario = scenarioOf(broken, officeOf(catalog, pipeline), from);
  const { begins, repaired } = scenario;
  return rehearseRule(deployment, monitor, rule.kind, scenario, ledger).then(
    (rehearsal) => judged(rehearsal),
    notUnderstood({ monitor, begins, repaired }),
  );
}

/** Problems of a monitor that treats silence otherwise than the data says. */
function silenceProblems({ silence }: RuleRehearsal, noData: NoData | undefined): RuleProblem[] {
  if (silence === undefined || noData === undefined || silence.does === noData) return [];
  return [{ code: 'REHE012', message: `${silenceText(silence)}; the data says noData: ${noData}` }];
}

/** Reports what the rehearsal does not understand as a problem of the rule, instead of passing over it. */
function notUnderstood(rehearsal: Pick<RuleRehearsal, 'monitor' | 'begins' | 'repaired'>) {
  return (error: unknown): Played => {
    if (!(error instanceof DeploymentError)) throw error;
    return {
      rehearsal: { ...rehearsal, notPlayed: error.message, notifications: [], incidents: [] },
      problems: [{ code: 'REHE006', message: `cannot be rehearsed: ${error.message}` }],
    };
  };
}
