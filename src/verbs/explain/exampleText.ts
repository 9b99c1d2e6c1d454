import { parse } from 'yaml';
import { wrapped } from '../../text/wrapped';
import { listText } from '../../time/localTime';

/** A text of a file that becomes another. */
export interface Replacement {
  readonly replace?: string;
  readonly with?: string;
}

/** An example of docs/diagnostics.md: a change of XYZ Tech's data, and what is then reported. */
export interface Example extends Replacement {
  readonly write?: string;
  /** How many times the text of `write` is written. @default 1 */
  readonly times?: number;
  readonly latin1?: string;
  readonly bytes?: number;
  readonly remove?: boolean;
  /** Whole files that are written, too. */
  readonly files?: readonly { readonly file: string; readonly text: string }[];
  readonly and?: readonly (Replacement & { readonly file: string })[];
  readonly asOf?: string;
  readonly at?: string;
  readonly besides?: readonly string[];
}

/**
 * An example in words: which file is changed, and how; where the problem is reported.
 * @param info what follows the fence, e.g. `yaml diagnostic data/leave.yaml`
 */
export function exampleText(info: string, yaml: string): string {
  const file = info.split(' ')[2];
  const example = parse(yaml) as Example;
  if (file === undefined) {
    return example.at === undefined
      ? `Example: --as-of ${example.asOf}\n`
      : wrapped(`Example, in XYZ Tech's data as it is: reported ${placeText(example)}.`);
  }
  const lines = [`Example, in XYZ Tech's ${file}:`, ...changesOf(example), ''];
  return lines.join('\n') + wrapped(`Reported ${placeText(example)}.`);
}

/** Texts that the page writes with `\n` are shown as the lines of the file. */
function changesOf({ write, times, latin1, bytes, remove, files = [], and = [], ...own }: Example): string[] {
  return [
    ...(remove === true ? ['  remove the file'] : []),
    ...(bytes === undefined ? [] : [`  make it ${bytes} bytes long`]),
    ...(latin1 === undefined ? [] : ['  write in ISO 8859-1', ...quoted(latin1)]),
    ...(write === undefined
      ? []
      : [times === undefined ? '  write' : `  write ${times} times`, ...quoted(write)]),
    ...replacement(own),
    ...and.flatMap(({ file, ...other }) => [`  and in ${file},`, ...replacement(other)]),
    ...files.flatMap(({ file, text }) => [`  and write ${file}`, ...quoted(text)]),
  ];
}

function replacement({ replace, with: text }: Replacement): string[] {
  if (replace === undefined || text === undefined) return [];
  if (text === '') return ['  remove', ...quoted(replace)];
  return ['  instead of', ...quoted(replace), '  write', ...quoted(text)];
}

function quoted(text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
}

function placeText({ at, asOf, besides = [] }: Example): string {
  return [
    `at ${at}`,
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    ...(besides.length === 0 ? [] : [`beside ${listText(besides)}`]),
  ].join(', ');
}
