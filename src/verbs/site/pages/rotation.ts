import { PICTURE_STYLE } from '../../../pictures';
import { html } from '../html/html';
import { type Page, rootOf } from '../html/page';
import { clashesPart } from '../parts/clashes';
import { dutiesPart } from '../parts/duty';
import { freshnessPart } from '../parts/freshness';
import { liveData } from '../parts/liveData';
import { nameText } from '../parts/names';
import { namedPart, rotationNote, shiftsTable } from '../parts/rotation';
import { timelinePart } from '../parts/timeline';
import { rotationPath, type SiteRotation, type SiteView } from '../view';

/** The shifts of one rotation, if one page for all would be too large. */
export function rotationPage(each: SiteRotation, view: SiteView): Page {
  const { rotation } = each;
  const path = rotationPath(rotation);
  const root = rootOf(path);
  const persons = view.persons.filter(({ pipeline }) => rotation.pipelines.includes(pipeline.id));
  const own = { ...view, rotations: [each], persons };
  return {
    path,
    title: rotation.name,
    data: liveData([each], view, root),
    calendars: [`calendars/rotations/${rotation.id}.ics`],
    style: PICTURE_STYLE,
    body: html`<h1>${nameText(rotation.name)}</h1>
${freshnessPart(view, root)}
${clashesPart(own)}
<div class="head">${dutiesPart([each], view, root)}</div>
${timelinePart(own)}
${rotationNote(rotation, view, root)}
${shiftsTable(each, view, root)}
${persons.map((person) => namedPart(person, view, root))}`,
  };
}
