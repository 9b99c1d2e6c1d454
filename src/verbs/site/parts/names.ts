import type { Person, Pipeline } from '../../../catalog';
import { badgeClasses, lookOf } from '../../../pictures';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';

/** A name in any script, isolated from the direction of the text around it. */
export function nameText(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}

/**
 * A person's badge and name, with a link to their page. The script of a page writes the same; see
 * `html/script.ts`.
 * @param root the relative path to the site's folder, see `rootOf`
 */
export function personLink(
  { id, name }: Pick<Person, 'id' | 'name'>,
  view: Pick<SiteView, 'looks'>,
  root: string,
): Html {
  return html`<a class="person" href="${root}people/${id}.html">${badgePart(id, view)}${nameText(name)}</a>`;
}

/**
 * Somebody's colour, pattern and initials, as in the pictures; hidden from screen readers, because the
 * name is next to it.
 */
export function badgePart(id: string, { looks }: Pick<SiteView, 'looks'>): Html {
  const look = lookOf(looks, id);
  return html`<span class="badge ${badgeClasses(look)}" data-initials="${look.initials}" aria-hidden="true"></span>`;
}

/** A pipeline's name, with a link to its page. */
export function pipelineLink({ id, name }: Pick<Pipeline, 'id' | 'name'>, root: string): Html {
  return html`<a href="${root}pipelines/${id}.html">${nameText(name)}</a>`;
}

/** An e-mail address as a link. */
export function mailLink(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`;
}
