import { join } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { watchbill } from '../../cli/run';
import { emptyFolder, filesIn } from './folder';

/** Text that means something to YAML, Markdown, HTML, JSON, a shell, GitHub's expressions or Terraform. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'Orders',
          ' ',
          '"',
          "'",
          '`',
          '$(id)',
          '$x',
          '<b>',
          '<!--',
          '-->',
          '[a](b)',
          '![a](b)',
          '# ',
          '- ',
          ': ',
        ],
        ...[
          '{',
          '}',
          '${{ x }}',
          '#',
          '|',
          '&a',
          '*b',
          '_c_',
          '~~',
          '\\',
          '---',
          '\n',
          '\t',
          '%',
          '!',
          '//',
          '= ',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Kinds of nodes of a page, in order. */
function kinds(node: { type: string; children?: unknown[] }): string[] {
  return [node.type, ...(node.children ?? []).flatMap((child) => kinds(child as typeof node))];
}

test('names land as they are typed, or are refused; they mean nothing to any file', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, person, pipeline) => {
      const folder = join(emptyFolder(), 'new');
      const given = [
        '--name',
        name,
        '--person',
        `${person} <a@b.example>`,
        '--person',
        'Grace',
        '--pipeline',
        pipeline,
      ];
      const { code, err } = await watchbill(['init', folder, '--yes', '--time-zone', 'Asia/Tokyo', ...given]);
      const files = filesIn(folder);
      if (code !== 0) {
        expect([code, files]).toEqual([2, {}]);
        expect(err).toMatch(/^([A-Z]{4}\d{3}: |not a name|two have)/);
        return;
      }
      const { organization, people, pipelines } = loadCatalogOrThrow(
        readDataDirectory(join(folder, 'data')),
        'data',
      );
      expect([organization.name, people[0]?.name, pipelines[0]?.name]).toEqual([
        name,
        person.trim(),
        pipeline,
      ]);
      const { out } = await watchbill(['check', '--data', join(folder, 'data'), '--as-of', '2026-11-24']);
      expect(out).not.toContain('BOOK');
      // The title of the runbook is the pipeline's name, as plain text.
      const [runbook = ''] = Object.entries(files).flatMap(([path, page]) =>
        /runbooks/.test(path) ? page : [],
      );
      const title = fromMarkdown(runbook.split('\n---\n')[1] ?? '').children[0];
      const parts = title?.type === 'heading' ? title.children : [];
      expect(parts.map((part) => (part.type === 'text' ? part.value : part.type)).join('')).toBe(pipeline);
      const page = (path: string) => kinds(fromMarkdown(files[path] ?? ''));
      expect(page('README.md').filter((kind) => ['link', 'image'].includes(kind))).toEqual([]);
      expect(page('README.md').filter((kind) => kind === 'heading')).toHaveLength(3);
      for (const path of ['package.json', 'cdktf.json']) {
        expect(JSON.stringify(JSON.parse(files[path] ?? ''))).toMatch(/"[a-z][a-z0-9-]*on-call"/);
      }
      const workflows = Object.entries(files).filter(([path]) => path.startsWith('.github/'));
      expect(workflows.filter(([, workflow]) => name.length > 8 && workflow.includes(name))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
