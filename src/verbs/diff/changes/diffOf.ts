import type { Temporal } from 'temporal-polyfill';
import type { Catalog } from '../../../catalog';
import { horizonOf } from '../../../roster';
import { type Comparison, rostered, type Side } from './comparison';
import type { Diff, OwnerChange, ShiftChange, Warning } from './diff';
import { DisplayNames } from './displayNames';
import { escalationChanges } from './escalations';
import { loadChanges } from './loads';
import { nameChanges } from './names';
import { ownerChanges, rotationChanges } from './owners';
import { personShiftChanges } from './personShifts';
import { ruleChanges } from './rules';
import { runbookChanges } from './runbooks';
import { settingChanges } from './settings';
import { shapeChanges } from './shapes';
import { shiftChanges } from './shifts';
import { absentCoverWarnings } from './warnings/absentCovers';
import { clashWarnings } from './warnings/clashes';
import { doubleDutyWarnings } from './warnings/doubleDuties';
import { dutyWarnings } from './warnings/duties';
import { historyWarnings } from './warnings/history';
import { hoursWarnings } from './warnings/hours';
import { lostAlertWarnings } from './warnings/lostAlerts';
import { newcomerWarnings } from './warnings/newcomers';
import { nightWarnings } from './warnings/nights';
import { officeWarnings } from './warnings/offices';
import { pagingWarnings } from './warnings/paging';
import { logInWarnings, removedPeopleWarnings } from './warnings/people';
import { personClashWarnings } from './warnings/personClashes';
import { secondDutyWarnings } from './warnings/secondDuties';
import { soonWarnings } from './warnings/soon';
import { targetWarnings } from './warnings/targets';
import { rowWarnings } from './warnings/turnsInARow';
import { unreadMailWarnings } from './warnings/unreadMails';
import { zoneWarnings } from './warnings/zones';

/** The data to compare. */
export interface DiffRequest {
  /** @default - a new team: everything is added */
  readonly before?: Side;
  readonly after: Side;
  readonly asOf: Temporal.Instant;
}

/** What a change of the data does to people, owners, rules and runbooks, from `asOf` to the new data's horizon. */
export function diffOf({ before, after, asOf }: DiffRequest): Diff {
  const { organization } = after.catalog;
  const horizon = horizonOf(asOf, organization);
  const window = { from: asOf, until: horizon };
  const old = before ?? { catalog: withoutAnything(after.catalog), pages: new Map() };
  const comparison: Comparison = {
    before: rostered(old, window),
    after: rostered(after, window),
    window,
    timeZone: organization.timeZone,
    isNewTeam: before === undefined,
    names: new DisplayNames([after.catalog, old.catalog]),
  };
  const shifts = [...shiftChanges(comparison), ...personShiftChanges(comparison)];
  const owners = ownerChanges(comparison);
  return {
    asOf,
    horizon,
    rotations: rotationChanges(comparison),
    shapes: shapeChanges(comparison),
    shifts,
    owners,
    escalations: escalationChanges(comparison),
    rules: ruleChanges(comparison),
    runbooks: runbookChanges(comparison),
    names: nameChanges(comparison),
    settings: settingChanges(comparison),
    load: loadChanges(comparison),
    warnings: warningsOf(comparison, shifts, owners),
  };
}

function warningsOf(
  comparison: Comparison,
  shifts: readonly ShiftChange[],
  owners: readonly OwnerChange[],
): Warning[] {
  const all = [
    ...soonWarnings(comparison, shifts),
    ...rowWarnings(comparison),
    ...clashWarnings(comparison),
    ...personClashWarnings(comparison),
    ...lostAlertWarnings(comparison),
    ...historyWarnings(comparison),
    ...removedPeopleWarnings(comparison),
    ...logInWarnings(comparison),
    ...doubleDutyWarnings(comparison),
    ...absentCoverWarnings(comparison),
    ...pagingWarnings(comparison, owners),
    ...newcomerWarnings(comparison),
    ...unreadMailWarnings(comparison),
    ...nightWarnings(comparison),
    ...secondDutyWarnings(comparison),
    ...hoursWarnings(comparison),
    ...officeWarnings(comparison),
    ...zoneWarnings(comparison),
    ...dutyWarnings(comparison),
    ...targetWarnings(comparison),
  ];
  return all.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The same organization without any data. */
function withoutAnything({ organization }: Catalog): Catalog {
  return {
    organization,
    offices: [],
    teams: [],
    people: [],
    pipelines: [],
    rotations: [],
    leave: [],
    holidays: [],
    holidayYears: [],
    failureClassesPage: false,
  };
}
