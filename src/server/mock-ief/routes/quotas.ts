import { pathParam, queryOf, type MockContext } from '#src/server/mock-ief/request/mock-context.ts';
import { configmapSeeds, secretSeeds } from '#src/server/mock-ief/seed/config-records.ts';
import { groupSeeds } from '#src/server/mock-ief/seed/groups.ts';
import { visibleDeployments } from '#src/server/mock-ief/state/tenants.ts';

/** GET quotas: the professional edition's defaults (docs/sources.md, section 3), filtered by `types`. */
export function handleShowQuotas(context: MockContext): Response {
  const { settings, tenants } = context.env;
  const tenant = tenants.find(pathParam(context, 'project_id'));
  const requested = (queryOf(context).get('types') ?? '').split(',').filter((type) => type !== '');
  const used = visibleDeployments(tenant, settings.clock.elapsed()).length;
  const nodes = settings.nodes.length;
  const all = [
    { type: 'edge_node', used: nodes, quota: nodes < 10 ? 10 : nodes * 2 },
    { type: 'edge_group', used: groupSeeds.length, quota: 50 },
    { type: 'deployment', used, quota: 500 },
    { type: 'configmap', used: configmapSeeds.length, quota: 50 },
    { type: 'secret', used: secretSeeds.length, quota: 50 },
    { type: 'tag', used: 0, quota: 20 },
  ];
  const resources = all
    .filter(({ type }) => requested.length === 0 || requested.includes(type))
    .map((resource) => ({ ...resource, min: -1, max: 1_000_000, project_id: tenant.projectId }));
  return Response.json({ quotas: { resources } });
}
