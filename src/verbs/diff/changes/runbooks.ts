import type { Catalog } from '../../../catalog';
import type { Comparison, RosteredSide } from './comparison';
import type { RunbookChange } from './diff';
import { type Section, sectionsOf } from './pages';

/** Pages that appear or disappear, and changed sections of the others. */
export function runbookChanges({ before, after }: Comparison): RunbookChange[] {
  const files = [...new Set([...after.pages.keys(), ...before.pages.keys()])].sort();
  return files.flatMap((file): RunbookChange[] => {
    const [was, is] = [before.pages.get(file), after.pages.get(file)];
    const place = placeOf(file, is === undefined ? before : after);
    if (was === undefined) return [{ ...place, change: 'added' }];
    if (is === undefined) return [{ ...place, change: 'removed' }];
    if (was === is) return [];
    const alerts = new Set([...alertIds(before.catalog, file), ...alertIds(after.catalog, file)]);
    return sectionChanges(sectionsOf(was), sectionsOf(is)).map(([{ title, slug, depth }, change]) => ({
      ...place,
      section: title,
      ...(depth === 3 && alerts.has(slug) ? { alert: slug } : {}),
      change,
    }));
  });
}

type SectionChange = readonly [Section, RunbookChange['change']];

function sectionChanges(was: readonly Section[], is: readonly Section[]): SectionChange[] {
  const old = new Map(was.map((section) => [section.slug, section]));
  const present = new Set(is.map(({ slug }) => slug));
  const here = is.flatMap((section): SectionChange[] => {
    const earlier = old.get(section.slug);
    if (earlier === undefined) return [[section, 'added']];
    const same = earlier.text === section.text && earlier.title === section.title;
    return same ? [] : [[section, 'changed']];
  });
  const gone = was.filter(({ slug }) => !present.has(slug));
  return [...here, ...gone.map((section): SectionChange => [section, 'removed'])];
}

function placeOf(file: string, { catalog }: RosteredSide): Pick<RunbookChange, 'file' | 'pipeline'> {
  const pipeline = catalog.pipelines.find(({ runbook }) => runbook?.file === file)?.id;
  return { file, ...(pipeline === undefined ? {} : { pipeline }) };
}

function alertIds({ pipelines }: Catalog, file: string): string[] {
  const runbook = pipelines.find((each) => each.runbook?.file === file)?.runbook;
  return (runbook?.alerts ?? []).map(({ id }) => id);
}
