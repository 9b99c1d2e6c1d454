import Fastify, { type FastifyInstance } from 'fastify';

/** A comment or an issue, as far as the workflows look at it. */
export interface Entry {
  readonly id: number;
  readonly number: number;
  readonly user: { readonly login: string };
  readonly title: string;
  readonly labels: readonly { readonly name: string }[];
  body: string;
  state: string;
  readonly pull_request?: object;
}

/** A run of a workflow, with what GitHub keeps of its reviewers and jobs. */
export interface Run {
  readonly id: number;
  readonly head_sha: string;
  readonly head_branch?: string;
  readonly path?: string;
  readonly approvals?: readonly {
    readonly state: string;
    readonly environments: readonly { readonly name: string }[];
  }[];
  readonly jobs?: readonly {
    readonly name: string;
    readonly conclusion: string | null;
    readonly run_attempt?: number;
    readonly steps?: readonly { readonly name: string; readonly conclusion: string }[];
  }[];
}

type Page = { Querystring: Record<string, string> };

export const TOKEN = 'ghs_canary0123456789';
export const REPOSITORY = 'xyz-tech/watchbill';
const BOT = 'github-actions[bot]';

/** Loopback GitHub: the few calls of the workflows' scripts, with its paging and its limits. */
export class GitHubServer {
  readonly comments: Entry[] = [];
  readonly issues: Entry[] = [];
  /** Newest first, as GitHub lists them. */
  readonly runs: Run[] = [];
  /** Commits of the default branch, its head first. */
  readonly main: string[] = [];
  /** Environments, with the kinds of their protection rules. */
  readonly environments = new Map<string, readonly string[]>([
    ['watchbill-approval', ['required_reviewers', 'branch_policy']],
  ]);
  /** Everything that was written, e.g. `POST /issues`. */
  readonly writes: string[] = [];
  readonly reads: string[] = [];
  /** Whether it is told apart that a label is new, and then left out. */
  forgetsLabels = false;
  private next = 1;

  private constructor(
    private readonly app: FastifyInstance,
    readonly url: string,
  ) {}

  static async start(): Promise<GitHubServer> {
    const app = Fastify();
    const holder: { server?: GitHubServer } = {};
    app.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${TOKEN}`) {
        await reply.code(401).send({ message: `Bad credentials: ${request.headers.authorization ?? ''}` });
      }
    });
    const server = () => {
      if (holder.server === undefined) throw new Error('not started');
      return holder.server;
    };
    routes(app, server);
    holder.server = new GitHubServer(app, await app.listen({ host: '127.0.0.1', port: 0 }));
    return holder.server;
  }

  get env(): Record<string, string> {
    return { GITHUB_API_URL: this.url, GITHUB_REPOSITORY: REPOSITORY, GITHUB_TOKEN: TOKEN };
  }

  entry(body: string, login = BOT, more: Partial<Entry> = {}): Entry {
    const id = this.next++;
    return { id, number: id, user: { login }, title: '', labels: [], body, state: 'open', ...more };
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

function routes(app: FastifyInstance, server: () => GitHubServer): void {
  const root = `/repos/${REPOSITORY}`;
  const paged = <T>(list: readonly T[], { page = '1', per_page = '30' }: Record<string, string>) => {
    const size = Math.min(Number(per_page), 100);
    return list.slice((Number(page) - 1) * size, Number(page) * size);
  };
  const wrote = (method: string, url: string) => server().writes.push(`${method} ${url.slice(root.length)}`);
  const tooLong = (body: string) => [...body].length > 65_536;

  app.get<Page>(`${root}/issues/7/comments`, ({ query, url }) => {
    server().reads.push(url);
    return paged(server().comments, query);
  });
  app.post<{ Body: { body: string } }>(`${root}/issues/7/comments`, async ({ body, url }, reply) => {
    if (tooLong(body.body)) return reply.code(422).send({ message: 'Body is too long' });
    wrote('POST', url);
    const comment = server().entry(body.body);
    server().comments.push(comment);
    return reply.code(201).send(comment);
  });
  app.patch<{ Params: { id: string }; Body: { body: string } }>(
    `${root}/issues/comments/:id`,
    async ({ params, body, url }, reply) => {
      if (tooLong(body.body)) return reply.code(422).send({ message: 'Body is too long' });
      wrote('PATCH', url);
      const comment = server().comments.find(({ id }) => id === Number(params.id));
      if (comment === undefined) return reply.code(404).send({ message: 'Not Found' });
      comment.body = body.body;
      return comment;
    },
  );
  app.get<Page>(`${root}/issues`, ({ query }) =>
    paged(
      server().issues.filter(
        ({ state, labels }) =>
          state === query['state'] && labels.some(({ name }) => name === query['labels']),
      ),
      query,
    ),
  );
  app.post<{ Body: { body: string; title: string; labels: string[] } }>(
    `${root}/issues`,
    async ({ body: { body, title, labels }, url }, reply) => {
      if (tooLong(body)) return reply.code(422).send({ message: 'Body is too long' });
      wrote('POST', url);
      const given = server().forgetsLabels ? [] : labels.map((name) => ({ name }));
      const issue = server().entry(body, BOT, { title, labels: given });
      server().issues.push(issue);
      return reply.code(201).send(issue);
    },
  );
  app.patch<{ Params: { number: string }; Body: { body?: string; state?: string } }>(
    `${root}/issues/:number`,
    async ({ params, body, url }, reply) => {
      wrote('PATCH', url);
      const issue = server().issues.find(({ number }) => number === Number(params.number));
      if (issue === undefined) return reply.code(404).send({ message: 'Not Found' });
      Object.assign(issue, body);
      return issue;
    },
  );
  app.get(root, () => ({ default_branch: 'main' }));
  app.get<{ Params: { name: string } }>(`${root}/environments/:name`, async ({ params: { name } }, reply) => {
    const rules = server().environments.get(name);
    if (rules === undefined) return reply.code(404).send({ message: 'Not Found' });
    return { name, protection_rules: rules.map((type, id) => ({ id, type })) };
  });
  // As GitHub does, it compares any two commits, branches or tags.
  app.get<{ Params: { comparison: string } }>(`${root}/compare/:comparison`, ({ params: { comparison } }) => {
    const [, sha = ''] = comparison.split('...');
    const index = server().main.indexOf(sha);
    return { status: index === 0 ? 'identical' : index > 0 ? 'behind' : 'diverged' };
  });
  app.get<Page>(`${root}/actions/workflows/deploy.yml/runs`, ({ query }) => {
    const all = server()
      .runs.map((run) => ({ head_branch: 'main', path: '.github/workflows/deploy.yml', ...run }))
      .filter(({ head_branch: branch }) => branch === query['branch']);
    const runs = all.map(({ approvals: _approvals, jobs: _jobs, ...run }) => run);
    return { total_count: all.length, workflow_runs: paged(runs, query) };
  });
  const runOf = (id: string) => server().runs.find((run) => run.id === Number(id));
  app.get<Page & { Params: { id: string } }>(`${root}/actions/runs/:id/approvals`, ({ params, query }) =>
    paged(runOf(params.id)?.approvals ?? [], query),
  );
  app.get<Page & { Params: { id: string } }>(`${root}/actions/runs/:id/jobs`, ({ params, query }) => ({
    jobs: paged(runOf(params.id)?.jobs ?? [], query),
  }));
}
