import type { Command } from 'commander';
import type { Call, Verb } from '../cli/verb';
import { adoptVerb } from './adopt';
import { appVerb } from './app';
import { calendarVerb } from './calendar';
import { checkVerb } from './check';
import { completionVerb } from './completion';
import { coverVerb } from './cover';
import { deployVerb } from './deploy';
import { diffVerb } from './diff';
import { driftVerb } from './drift';
import { explainVerb } from './explain';
import { initVerb } from './init';
import { loadVerb } from './load';
import { muteVerb } from './mute';
import { rehearseVerb } from './rehearse';
import { rosterVerb } from './roster';
import { sandboxVerb } from './sandbox';
import { siteVerb } from './site';
import { startVerb } from './start';
import { synthVerb } from './synth';
import { telemetryVerb } from './telemetry';
import { whoVerb } from './who';

/** The verbs in the order of the help. */
const GROUPS: readonly (readonly [heading: string, verbs: readonly Verb[]])[] = [
  ['Start:', [startVerb, initVerb]],
  ['Data:', [checkVerb, explainVerb, rosterVerb, whoVerb, diffVerb, loadVerb, calendarVerb, siteVerb]],
  ['Deploy:', [synthVerb, appVerb, sandboxVerb, adoptVerb, deployVerb, driftVerb, coverVerb, muteVerb]],
  ['Proof:', [rehearseVerb, telemetryVerb]],
  ['Shell:', [completionVerb]],
];

/** Adds all verbs to the program. */
export function addVerbs(program: Command, call: Call): void {
  for (const [heading, verbs] of GROUPS) {
    program.commandsGroup(heading);
    for (const add of verbs) add(program, call);
  }
}
