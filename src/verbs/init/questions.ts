import type { Prompt } from '../../cli/io';
import { isUsageError } from '../../text/usageError';
import { type Answers, handOffOf, personOf } from './answers';

/** Says why answers are refused; undefined if they are accepted. */
export type Validate = (answers: Partial<Answers>) => string | undefined;

interface Question {
  readonly text: (defaults: Answers) => string;
  /** Whether it takes several lines, until an empty one. @default false */
  readonly isList?: boolean;
  /** @throws UsageError if a line is malformed */
  readonly read: (lines: readonly string[]) => Partial<Answers>;
}

const QUESTIONS: Readonly<Record<keyof Answers, Question>> = {
  name: {
    text: ({ name }) => `Company or team [${name}]`,
    read: ([name = '']) => ({ name }),
  },
  timeZone: {
    text: ({ timeZone }) => `Time zone [${timeZone}]`,
    read: ([timeZone = '']) => ({ timeZone }),
  },
  handOff: {
    text: ({ handOff: { day, at } }) => `Hand-off, its day and time [${day} ${at}]`,
    read: ([handOff = '']) => ({ handOff: handOffOf(handOff) }),
  },
  people: {
    text: ({ people }) =>
      `People on call, one per line: Ada Lovelace <log-in in PagerDuty>
  an empty line ends [${people.map(({ name }) => name).join(', ')}]`,
    isList: true,
    read: (lines) => ({ people: lines.map(personOf) }),
  },
  pipelines: {
    text: ({ pipelines }) =>
      `Pipelines on call, one name per line
  an empty line ends [${pipelines.join(', ')}]`,
    isList: true,
    read: (pipelines) => ({ pipelines }),
  },
};

/** In the order in which they are asked. */
const KEYS = ['name', 'timeZone', 'handOff', 'people', 'pipelines'] as const;

/**
 * Asks for what was not given; an empty line means the default.
 * @param validate checks each answer as soon as it is given
 * @returns undefined if the person ends the conversation
 */
export async function asked(
  given: Partial<Answers>,
  defaults: Answers,
  prompt: Prompt,
  validate: Validate,
): Promise<Answers | undefined> {
  let answers: Partial<Answers> = given;
  for (const key of KEYS) {
    if (key in given) continue;
    const fallback = { [key]: defaults[key] };
    const validateAll: Validate = (answer) => validate({ ...answers, ...answer });
    const answer = await answered(QUESTIONS[key], defaults, fallback, prompt, validateAll);
    if (answer === undefined) return undefined;
    answers = { ...answers, ...answer };
  }
  return { ...defaults, ...answers };
}

async function answered(
  question: Question,
  defaults: Answers,
  fallback: Partial<Answers>,
  prompt: Prompt,
  validate: Validate,
): Promise<Partial<Answers> | undefined> {
  for (;;) {
    const lines = await linesOf(question, defaults, prompt);
    if (lines === undefined) return undefined;
    const answer = lines.length === 0 ? fallback : readOr(question, lines);
    const problem = typeof answer === 'string' ? answer : validate(answer);
    if (typeof answer !== 'string' && problem === undefined) return answer;
    prompt.say(`${problem}\n`);
  }
}

function readOr({ read }: Question, lines: readonly string[]): Partial<Answers> | string {
  try {
    return read(lines);
  } catch (error) {
    if (isUsageError(error)) return error.message;
    throw error;
  }
}

async function linesOf(
  { text, isList = false }: Question,
  defaults: Answers,
  prompt: Prompt,
): Promise<readonly string[] | undefined> {
  const lines: string[] = [];
  for (;;) {
    const line = await prompt.ask(lines.length === 0 ? `${text(defaults)}: ` : '  and: ');
    if (line === undefined) return undefined;
    if (line.trim() === '') return lines;
    lines.push(line.trim());
    if (!isList) return lines;
  }
}
