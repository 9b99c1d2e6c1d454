import type { Choice } from '../../../../src/verbs/adopt/survey/choice';
import type { Accounts } from '../../../../src/verbs/adopt/survey/finder';
import { resourcesOf } from '../../../../src/verbs/adopt/survey/resource';
import { type Survey, survey } from '../../../../src/verbs/adopt/survey/survey';

/** What two accounts answer, by path; a list's key is the last part of its path. */
export interface Answers {
  readonly pagerDuty?: Readonly<Record<string, unknown>>;
  readonly monitors?: readonly unknown[];
  readonly downtimes?: readonly unknown[];
  readonly teams?: readonly unknown[];
  readonly datadog?: Readonly<Record<string, unknown>>;
}

/** Looks for the resources of one stack in accounts that answer so. */
export function surveyed(
  resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  { pagerDuty = {}, monitors = [], downtimes = [], teams = [], datadog = {} }: Answers,
  data: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  choices: ReadonlyMap<string, Choice> = new Map(),
): Promise<Survey> {
  const answer = (answers: Readonly<Record<string, unknown>>, path: string) => {
    if (!Object.hasOwn(answers, path)) throw new Error(`nobody expected GET ${path}`);
    return answers[path];
  };
  const apis: Pick<Accounts, 'pagerDuty' | 'datadog'> = {
    pagerDuty: {
      get: async (path) => answer(pagerDuty, path),
      list: async (path) => answer(pagerDuty, path) as unknown[],
    },
    datadog: {
      get: async (path) => answer(datadog, path),
      monitors: async () => [...monitors],
      downtimes: async () => [...downtimes],
      teams: async () => [...teams],
    },
  };
  return survey(resourcesOf([{ '//': { metadata: { stackName: 'stack' } }, resource, data }]), apis, choices);
}

/** The import ids by address. */
export const importIds = ({ found }: Survey) =>
  Object.fromEntries(found.map(({ address, importId }) => [address, importId]));

/** The problems by address. */
export const problems = ({ undecided }: Survey) =>
  Object.fromEntries(undecided.map(({ address, problem }) => [address, problem]));
