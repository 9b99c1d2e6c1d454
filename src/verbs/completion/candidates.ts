import type { Command, Option } from 'commander';
import type { Io } from '../../cli/io';
import { type Known, knownIds } from './knownIds';

/** A word that may come next, with its description. */
interface Candidate {
  readonly word: string;
  readonly description: string;
}

/** What has been typed so far, as the parser understands it. */
interface Typed {
  /** The verb, or the program itself. */
  readonly command: Command;
  /** Arguments of the verb. */
  readonly operands: readonly string[];
  /** Values of options, by their name. */
  readonly values: ReadonlyMap<string, string>;
  /** The option whose value is being typed, if any. */
  readonly open: Option | undefined;
}

/**
 * What may be typed next, one per line: the word, a tab, and its description.
 * @param words the words after the command's name, ending with the one being typed
 * @returns empty if only the shell can know, e.g. for files
 */
export function candidatesText(program: Command, words: readonly string[], env: Io['env']): string {
  const begun = words.at(-1) ?? '';
  const typed = understood(program, words.slice(0, -1));
  const ids = (known: Known) => knownIds(known, typed.values.get('data'), env);
  return candidates(typed, begun, ids)
    .filter(({ word }) => word.startsWith(begun))
    .map(({ word, description }) => `${word}\t${description}\n`)
    .join('');
}

type Ids = (known: Known) => readonly Candidate[];

function candidates(
  { command, operands, values, open }: Typed,
  begun: string,
  ids: Ids,
): readonly Candidate[] {
  if (open !== undefined) return named(open.attributeName(), open, operands, ids);
  if (begun.startsWith('-')) {
    return command
      .createHelp()
      .visibleOptions(command)
      .filter((option) => !values.has(option.attributeName()))
      .map(({ long, description }) => ({ word: long ?? '', description }));
  }
  const verbs = command.createHelp().visibleCommands(command);
  if (verbs.length > 0) return verbs.map((verb) => ({ word: verb.name(), description: verb.description() }));
  const argument = command.registeredArguments[operands.length];
  return argument === undefined ? [] : named(argument.name(), argument, operands, ids);
}

/** Every diagnostic code. */
function codes(): readonly Candidate[] {
  const { knownExplanations }: typeof import('../explain/explain') = require('../explain/explain');
  return knownExplanations().map(({ code, title }) => ({ word: code, description: title }));
}

/** Candidates for an argument or an option's value: its choices, or ids, chosen by its name. */
function named(
  name: string,
  { argChoices }: { readonly argChoices?: readonly string[] },
  operands: readonly string[],
  ids: Ids,
): readonly Candidate[] {
  if (argChoices !== undefined) return argChoices.map((word) => ({ word, description: '' }));
  if (name === 'person' || name === 'with') return ids({ noun: 'person' });
  if (name === 'code') return codes();
  if (name === 'pipeline') return ids({ noun: 'pipeline' });
  const [pipeline] = operands;
  return name === 'alert' && pipeline !== undefined ? ids({ noun: 'alert', pipeline }) : [];
}

function understood(program: Command, words: readonly string[]): Typed {
  let command = program;
  let open: Option | undefined;
  const operands: string[] = [];
  const values = new Map<string, string>();
  for (const word of words) {
    if (open !== undefined) {
      values.set(open.attributeName(), word);
      open = undefined;
      continue;
    }
    const verb = command.commands.find((each) => each.name() === word);
    const [flag = '', value] = word.split('=');
    const option = command.options.find(({ long, short }) => long === flag || short === flag);
    if (verb !== undefined) command = verb;
    else if (option === undefined) operands.push(...(word.startsWith('-') ? [] : [word]));
    else if (value !== undefined || !option.required) values.set(option.attributeName(), value ?? '');
    else open = option;
  }
  return { command, operands, values, open };
}
