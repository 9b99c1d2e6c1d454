import type { Person, Pipeline } from '../../../catalog';
import { badgeClasses, lookOf } from '../../../pictures';
import { type Html, html } from '../html/html';
import type { SiteView } from '../view';

/** A name in whatever script it is written, apart from the text around it. */
export function nameText(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}

/**
 * A person's name behind their badge, which leads to their page. The script of a page writes the
 * same; see `html/script.ts`.
 * @param root the way to the site's folder, see `rootOf`
 */
export function personLink(
  { id, name }: Pick<Person, 'id' | 'name'>,
  view: Pick<SiteView, 'looks'>,
  root: string,
): Html {
  return html`<a class="person" href="${root}people/${id}.html">${badgePart(id, view)}${nameText(name)}</a>`;
}

/** Somebody's colour, pattern and initials, as in the pictures; nothing to screen readers, because their name stands beside it. */
export function badgePart(id: string, { looks }: Pick<SiteView, 'looks'>): Html {
  const look = lookOf(looks, id);
  return html`<span class="badge ${badgeClasses(look)}" data-initials="${look.initials}" aria-hidden="true"></span>`;
}

/** A pipeline's name, which leads to its page. */
export function pipelineLink({ id, name }: Pick<Pipeline, 'id' | 'name'>, root: string): Html {
  return html`<a href="${root}pipelines/${id}.html">${nameText(name)}</a>`;
}

/** The address of somebody, to write to. */
export function mailLink(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`;
}
