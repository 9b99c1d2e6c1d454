import type { Owner } from '../../../catalog';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';
import { mailLink, nameText, personLink } from './names';

/** The name of an owner; a person's links to their page. */
export function ownerName(owner: Owner, view: SiteView, root: string): Html {
  return owner.kind === 'person' ? personLink(owner.person, view, root) : nameText(owner.team.name);
}

/** An owner, and how to reach them: a team through its desk. */
export function ownerPart(owner: Owner, view: SiteView, root: string): Html {
  const { contacts } = view;
  if (owner.kind === 'person') {
    return html`${personLink(owner.person, view, root)}${contacts && html`, ${mailLink(owner.person.email)}`}`;
  }
  const { desk, name } = owner.team;
  if (desk === undefined) return html`${nameText(name)} <span class="muted">(no desk)</span>`;
  return html`${nameText(name)} <span class="muted">through ${nameText(desk.name)}</span>${contacts && html`, ${mailLink(desk.email)}`}`;
}
