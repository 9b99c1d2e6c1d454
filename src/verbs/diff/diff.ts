import { loadCatalog } from '../../catalog';
import { paletteOf } from '../../cli/color';
import { diagnosticsText } from '../../cli/diagnosticsReport';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { asOfIn, type CommonOptions, dataFolder } from '../../cli/session';
import { rosterProblems } from '../../roster';
import { UsageError } from '../../text/usageError';
import { diffOf, pagesOf } from './changes';
import { brokenJson, diffJson } from './json';
import { brokenMarkdown, diffMarkdown } from './markdown';
import { type Source, sourcesOf } from './source';
import { brokenProblems, brokenText, diffText } from './text';
import { type BrokenView, type DiffView, type ReadSide, type SideName, sideText } from './view';

/** Options of `watchbill diff`. */
export interface DiffOptions extends CommonOptions {
  /** Whether to print a comment on a pull request. @default false */
  readonly markdown?: boolean;
}

/**
 * `watchbill diff`: what a change of the data does to people, owners, rules and runbooks.
 * @returns the exit code: 0 whatever changes, 1 if a side or the new roster has errors
 * @throws UsageError if a side does not exist
 */
export function diff(
  [base, head]: readonly [string | undefined, string | undefined],
  options: DiffOptions,
  io: Io,
): number {
  if (options.json === true && options.markdown === true) {
    throw new UsageError('--json and --markdown cannot be combined\n  run the command once for each');
  }
  const sources = sourcesOf(
    {
      data: dataFolder(options, io),
      ...(base !== undefined && { base }),
      ...(head !== undefined && { head }),
    },
    io.env,
  );
  const isNew = sources.base.files.size === 0;
  const [before, after] = [readSide('base', sources.base), readSide('head', sources.head)];
  if (after.catalog === undefined || (before.catalog === undefined && !isNew)) {
    return showBroken(
      [before, after].filter(({ side }) => side === 'head' || !isNew),
      sources,
      options,
      io,
    );
  }
  const { asOf } = asOfIn(after.catalog.organization.timeZone, options, io);
  const problems = rosterProblems(after.catalog, asOf).filter(({ severity }) => severity === 'error');
  const request = {
    after: { catalog: after.catalog, pages: pagesOf(sources.head.files) },
    ...(before.catalog && { before: { catalog: before.catalog, pages: pagesOf(sources.base.files) } }),
    asOf,
  };
  const view: DiffView = {
    ...sources,
    diff: diffOf(request),
    before: before.catalog,
    after: after.catalog,
    problems,
  };
  if (options.json === true) io.out(jsonText(diffJson(view)));
  else io.out(options.markdown === true ? diffMarkdown(view) : diffText(view));
  if (problems.length === 0) return EXIT.clean;
  io.err(`${sideText('head', sources.head)}:\n${diagnosticsText(problems, paletteOf(io, 'err'))}`);
  return EXIT.problems;
}

function readSide(side: SideName, source: Source): ReadSide {
  const { catalog, diagnostics } = loadCatalog(source.files, source.label);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { side, source, catalog, diagnostics: errors };
}

function showBroken(
  sides: readonly ReadSide[],
  sources: Pick<BrokenView, 'base' | 'head'>,
  options: DiffOptions,
  io: Io,
): number {
  const side = sides.find(({ catalog }) => catalog !== undefined);
  const catalog = side?.catalog;
  const view: BrokenView = {
    ...sources,
    broken: sides.filter((each) => each.catalog === undefined),
    ...(side !== undefined &&
      catalog !== undefined && {
        sound: { side, catalog, asOf: asOfIn(catalog.organization.timeZone, options, io).asOf },
      }),
  };
  io.err(brokenProblems(view));
  if (options.json === true) io.out(jsonText(brokenJson(view)));
  else io.out(options.markdown === true ? brokenMarkdown(view) : brokenText(view));
  return EXIT.problems;
}
