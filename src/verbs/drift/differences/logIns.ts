import { type LogInFinding, logInFindings } from '../../../deployment/logIns/findings';
import { visible } from '../../../text/visible';
import type { Comparison } from './comparison';
import { type Difference, difference } from './difference';
import type { Note } from './notes';

/** Log-ins that can be paged although nothing would wake their owner, or that have another name. */
export function logInDrift(comparison: Pick<Comparison, 'logIns' | 'people'>): Difference[] {
  return found(comparison)
    .filter(({ isNote }) => !isNote)
    .map(({ object, id, what, expected, found, text, wayOut }) =>
      difference({
        system: 'PagerDuty',
        kind: 'user',
        object,
        what,
        ...(id === undefined ? {} : { id }),
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
        text,
        ...(wayOut === undefined ? {} : { wayOut }),
      }),
    );
}

/** Findings about log-ins that are not drift. */
export function logInNotes(comparison: Pick<Comparison, 'logIns' | 'people'>): Note[] {
  return found(comparison)
    .filter(({ isNote }) => isNote)
    .map(({ object, text }) => ({ what: 'log-in', object: visible(object), text: visible(text) }));
}

type Found = LogInFinding & { readonly object: string; readonly id?: string };

function found({ logIns, people }: Pick<Comparison, 'logIns' | 'people'>): Found[] {
  return [...logIns].flatMap(([email, logIn]) =>
    logInFindings(email, people.knownName(email), logIn).map((finding) => ({
      ...finding,
      object: people.name(email),
      ...(logIn === undefined ? {} : { id: logIn.id }),
    })),
  );
}
