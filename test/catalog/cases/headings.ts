import type { Case } from './case';

const PATH = 'runbooks/aggregate-profit.md';

/** A rule with a section of its own; the section's heading is on line 84. */
const added = (id: string, heading: string): Case[1] => [
  {
    path: PATH,
    replace: '    failureClass: data\n',
    with: `    failureClass: data\n  - { id: "${id}", kind: failure, failureClass: data }\n`,
  },
  {
    path: PATH,
    replace: '## Escalation',
    with: `### ${heading}\n\n**Meaning.** m\n\n**Check.** c\n\n**Repair.** r\n\n## Escalation`,
  },
];

const WRITE =
  'write the anchor of its heading: lower-case letters of any script, digits, hyphens and single underscores; quote it if it is a number';

/** Headings as people write them, and the ids that GitHub makes of them. */
export const CASES: readonly Case[] = [
  ['two hyphens', added('late--wrong', 'Late & wrong'), []],
  ['two blanks', added('late--wrong', 'Late  wrong'), []],
  ['an underscore', added('total_profit-too-low', 'total_profit: too low'), []],
  ['an underscore in code', added('total_profit-too-low', '`total_profit`: too low'), []],
  ['a hyphen at the end', added('late-', 'Late ⏰'), []],
  ['digits', added('404', '404'), []],
  ['Japanese', added('データが遅い', 'データが遅い'), []],
  ['Cyrillic', added('данные-опоздали', 'Данные опоздали'), []],
  ['German', added('größe-überschritten', 'Größe überschritten'), []],
  ['Arabic', added('البيانات-متأخرة', 'البيانات متأخرة'), []],
  ['a picture in it', added('late-', 'Late ![a clock](https://x.example/a.png)'), []],
  [
    'a hyphen at the beginning',
    added('-late', '⏰ Late'),
    [
      `DATA004 ${PATH}:12:11 "-late" | ${WRITE}`,
      `BOOK007 ${PATH}:84:1 "⏰ Late" | write ### Late, and give its rule the id late`,
    ],
  ],
  [
    'two underscores',
    added('late__again', 'late\\_\\_again'),
    [
      `DATA004 ${PATH}:12:11 "late__again" | ${WRITE}`,
      `BOOK007 ${PATH}:84:1 "late__again" | write ### Late again, and give its rule the id late-again`,
    ],
  ],
  [
    'letters that only look as if they were the same',
    added('café', 'Cafe\u0301'),
    [
      `BOOK006 ${PATH}:12:11 "café" | add ### Café`,
      `BOOK007 ${PATH}:84:1 "Cafe\u0301" | write ### Café, and give its rule the id café`,
    ],
  ],
  [
    'no letter at all',
    added('late', '⏰'),
    [
      `BOOK006 ${PATH}:12:11 "late" | add ### Late`,
      `BOOK007 ${PATH}:84:1 "⏰" | write a heading with letters, and use its anchor as the id of the rule`,
    ],
  ],
  ['a capital in the id', added('Late', 'Late'), [`DATA004 ${PATH}:12:11 "Late" | ${WRITE}`]],
  [
    'an id that words alone do not make',
    [
      {
        path: PATH,
        replace: '    failureClass: data\n',
        with: '    failureClass: data\n  - { id: late-, kind: failure, failureClass: data }\n',
      },
    ],
    [`BOOK006 ${PATH}:12:11 "late-" | add ### a heading with the anchor #late-`],
  ],
  [
    'no space after the mark: the heading is read all the same',
    [{ path: PATH, replace: '## Critical inputs', with: '##Critical inputs' }],
    [`BOOK015 ${PATH}:19:1 "##" | write a plain space after ##`],
  ],
  [
    'a no-break space after the mark',
    [{ path: PATH, replace: '### Profit discrepancy', with: '###\u00a0Profit discrepancy' }],
    [`BOOK015 ${PATH}:60:1 "###" | write a plain space after ###`],
  ],
  [
    'a no-break space after the mark of an item',
    [{ path: PATH, replace: '- Revenue and', with: '-\u00a0Revenue and' }],
    [`BOOK015 ${PATH}:21:1 "-" | write a plain space after -`],
  ],
  [
    'what is no heading to anybody',
    [
      {
        path: PATH,
        replace: '## Description\n',
        with: '## Description\n\n#3 is open, #data-alerts knows.\n\n```sh\n##no heading\n```\n\n-5 °C\n',
      },
    ],
    [],
  ],
  [
    'a name with two blanks',
    [
      { path: 'pipelines.yaml', replace: 'Aggregate profit for investors', with: '"Aggregate  profit"' },
      { path: PATH, replace: '# Aggregate profit for investors', with: '# Aggregate  profit' },
    ],
    [],
  ],
  [
    'a name with signs of Markdown, written as the way out says',
    [
      { path: 'pipelines.yaml', replace: 'Aggregate profit for investors', with: '"total_profit *daily* #"' },
      { path: PATH, replace: '# Aggregate profit for investors', with: '# total_profit *daily* #' },
    ],
    [],
  ],
  [
    'pictures, in folders of their own, too',
    [
      {
        path: PATH,
        replace: '## Description\n',
        with: '## Description\n\n![flow](images/flow.png) ![more](images/old/a%20b.SVG) ![gone](images/flwo.png)\n',
      },
      { path: 'runbooks/images/flow.png', with: 'not read' },
      { path: 'runbooks/images/old/a b.SVG', with: '' },
      { path: 'runbooks/images/notes.txt', with: '' },
      { path: 'flow.png', with: '' },
    ],
    [
      'FILE005 flow.png:1:1 | move it out of the data folder',
      `BOOK009 ${PATH}:17:56 "images/flwo.png" | did you mean "images/flow.png"?`,
      'FILE005 runbooks/images/notes.txt:1:1 | use letters, digits and hyphens in its name and end it in .md, or move it elsewhere',
    ],
  ],
];
