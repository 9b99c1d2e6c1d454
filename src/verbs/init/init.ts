import { basename, resolve } from 'node:path';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { ownPackage } from '../../cli/ownPackage';
import { UsageError } from '../../text/usageError';
import { shown, visible } from '../../text/visible';
import { type Answers, DEFAULTS, givenAnswers, type InitOptions } from './answers';
import { dataFiles, type Files } from './files/dataFiles';
import { projectFiles } from './files/projectFiles';
import { readme } from './files/readme';
import { workflowFiles } from './files/workflows';
import { newTeam } from './newTeam';
import { nextSteps } from './nextSteps';
import { refuseOccupied, writeNew } from './place';
import { answerText, checkedData } from './problems';
import { asked, type Validate } from './questions';
import type { TeamData } from './teamData';

/** `watchbill init`: creates a team's own repository, which depends on this package. */
export async function init(folder: string, options: InitOptions, io: Io): Promise<number> {
  refuseOccupied(folder);
  if (options.fromPagerduty === true) return initFromPagerDuty(folder, options, io);
  const answers = await answersOf(folder, options, io);
  if (answers === undefined) {
    io.err('\nnothing was written\n');
    return EXIT.usage;
  }
  const files = projectOf(newTeam(answers, io.now()), options, io);
  writeNew(folder, files);
  io.out(writtenText(folder, files));
  io.out(nextSteps(folder));
  return EXIT.clean;
}

/** Creates it from a PagerDuty account. */
async function initFromPagerDuty(folder: string, options: InitOptions, io: Io): Promise<number> {
  const { fromPagerDuty }: typeof import('./fromPagerDuty/fromPagerDuty') =
    require('./fromPagerDuty/fromPagerDuty');
  const read = await fromPagerDuty(
    { ...DEFAULTS, ...nameOf(folder), ...givenAnswers(options) }.name,
    options,
    io,
  );
  if (read === undefined) return EXIT.problems;
  const files: Files = new Map([...projectOf(read.team, options, io), ...read.files]);
  writeNew(folder, files);
  io.out(writtenText(folder, files));
  io.out(read.text);
  io.out(nextSteps(folder, read.adopt));
  return EXIT.clean;
}

function writtenText(folder: string, files: Files): string {
  return `Written to ${visible(folder)}:\n${[...files.keys()].map((path) => `  ${path}\n`).join('')}`;
}

/** @returns undefined if the person ends the conversation */
async function answersOf(folder: string, options: InitOptions, io: Io): Promise<Answers | undefined> {
  const given = givenAnswers(options);
  const validate = validatorAt(io);
  const problem = validate(given);
  if (problem !== undefined) throw new UsageError(problem);
  const defaults = { ...DEFAULTS, ...nameOf(folder), ...zoneOf(io) };
  const missing = Object.keys(DEFAULTS).filter((key) => !(key in given));
  if (missing.length > 0 && options.yes !== true) {
    if (io.prompt === undefined) throw nobodyThere();
    const prompt = io.prompt();
    try {
      return await asked(given, defaults, prompt, validate);
    } finally {
      prompt.close();
    }
  }
  const all = { ...defaults, ...given };
  const left = validate(all);
  if (left !== undefined) throw new UsageError(left);
  return all;
}

/** Validates answers by the data that would be made from them. */
function validatorAt(io: Pick<Io, 'now'>): Validate {
  return (answers) => {
    const all = { ...DEFAULTS, ...answers };
    const problem =
      peopleProblem(all.people) ?? twice(all.people.map(({ name }) => name)) ?? twice(all.pipelines);
    if (problem !== undefined) return problem;
    const { errors } = checkedData(dataFiles(newTeam(all, io.now())), io.now());
    return errors.length === 0 ? undefined : answerText(errors);
  };
}

function peopleProblem({ length }: Answers['people']): string | undefined {
  if (length > 1) return undefined;
  return 'one person is not enough: each pipeline has two different owners\n  name at least two people';
}

/** A name that occurs twice. Checked here, because the catalog would name a place in a file that does not exist yet. */
function twice(names: readonly string[]): string | undefined {
  const name = names.find((each, at) => names.indexOf(each) < at);
  return name === undefined ? undefined : `the name ${shown(name)} is given twice\n  give each its own name`;
}

/** The folder's name, if it looks like a name for people. */
function nameOf(folder: string): Pick<Answers, 'name'> | undefined {
  const name = basename(resolve(folder));
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name) ? { name } : undefined;
}

/** This machine's zone, unless it is `UTC`, as on servers, which PagerDuty does not accept. */
function zoneOf({ timeZone }: Pick<Io, 'timeZone'>): Pick<Answers, 'timeZone'> | undefined {
  return timeZone === undefined || timeZone === 'UTC' ? undefined : { timeZone };
}

function nobodyThere(): UsageError {
  return new UsageError(
    'there is no terminal to ask questions on\n  give --name, --time-zone, --hand-off, --person and --pipeline, or --yes for the defaults of what is missing',
  );
}

function projectOf(team: TeamData, options: InitOptions, io: Pick<Io, 'now'>): Files {
  const { folder, manifest } = ownPackage();
  const { name, timeZone } = team;
  return new Map([
    ...dataFiles(team),
    ...projectFiles({
      name,
      manifest,
      ...(options.package === undefined ? {} : { package: options.package }),
    }),
    ['README.md', readme(team)],
    ...workflowFiles(folder, timeZone, io.now()),
  ]);
}
