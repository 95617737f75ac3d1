import { asObject } from '#src/json/value.ts';
import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import { queryOf, type MockContext } from '#src/server/mock-ief/request/mock-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DOMAIN_ID = 'd78cbac186b744899480f25bd022f468';

/** The projects of the mock's account, one per region with an IEF endpoint (docs/sources.md, section 3). */
const regionProjects: readonly { readonly name: string; readonly id: string }[] = [
  { name: 'cn-north-4', id: '05e1aef9040010e22fccc009adecb056' },
  { name: 'cn-north-1', id: 'aa2d97d7e62c4b7da3ffdfc11551f878' },
  { name: 'cn-east-3', id: '06f1c15e6f0010672f86c003006c5f17' },
  { name: 'cn-east-2', id: '065a7c66da0010992ff7c0031e5a5e7d' },
  { name: 'cn-south-1', id: 'bcd83056c918480f8f190844bd425b23' },
];

/** POST tokens: 201 with `X-Subject-Token`. Every password is valid, except `wrong`. */
export function handleIssueToken(context: MockContext): Response {
  const { expiredTokens, readBody, settings } = context.env;
  const body = readBody();
  const auth = asObject(asObject(body.ok ? body.value : undefined).auth);
  const user = asObject(asObject(asObject(auth.identity).password).user);
  const { name, password } = user;
  if (typeof name !== 'string' || name === '' || typeof password !== 'string') {
    throw new MockError('badTokenRequest');
  }
  if (password === 'wrong') throw new MockError('wrongPassword');
  const requested = asObject(asObject(auth.scope).project);
  const project =
    regionProjects.find(
      (project) => project.name === requested.name || project.id === requested.id,
    ) ?? regionProjects[0];
  const token = settings.tokens[0] ?? `mock-token-${settings.newId()}`;
  expiredTokens.renew(token);
  return Response.json(
    {
      token: {
        catalog: [],
        methods: ['password'],
        issued_at: formatIam(settings.clock.wall()),
        expires_at: formatIam(settings.clock.wall() + DAY_MS),
        project: { ...project, domain: { id: DOMAIN_ID, name: 'IAMDomain' } },
        roles: [{ id: '0', name: 'te_admin' }],
        user: { id: '7116d09f88fa41908676fdd4b039e95b', name, password_expires_at: '' },
      },
    },
    { status: 201, headers: { 'x-subject-token': token } },
  );
}

/** GET projects, filtered by `name` (the region). */
export function handleListProjects(context: MockContext): Response {
  const name = queryOf(context).get('name');
  const projects = regionProjects
    .filter((project) => name === null || project.name === name)
    .map((project) => ({
      ...project,
      description: '',
      domain_id: DOMAIN_ID,
      enabled: true,
      is_domain: false,
      parent_id: DOMAIN_ID,
    }));
  return Response.json({ links: { next: null, previous: null, self: '/v3/projects' }, projects });
}

/** IAM writes microseconds: `2020-01-04T09:05:22.701000Z`. */
function formatIam(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, -1)}000Z`;
}
