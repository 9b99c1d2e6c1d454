import type { Person, Pipeline } from '../../../catalog';
import { type Html, html } from '../html/html';

/** A name in whatever script it is written, apart from the text around it. */
export function nameText(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}

/**
 * A person's name, which leads to their page.
 * @param root the way to the site's folder, see `rootOf`
 */
export function personLink({ id, name }: Pick<Person, 'id' | 'name'>, root: string): Html {
  return html`<a class="person" href="${root}people/${id}.html">${nameText(name)}</a>`;
}

/** A pipeline's name, which leads to its page. */
export function pipelineLink({ id, name }: Pick<Pipeline, 'id' | 'name'>, root: string): Html {
  return html`<a href="${root}pipelines/${id}.html">${nameText(name)}</a>`;
}

/** The address of somebody, to write to. */
export function mailLink(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`;
}
