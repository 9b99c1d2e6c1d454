import { type Organization, ownerTeam, type Pipeline } from '../catalog';

/**
 * The channels that are told of a pipeline's alerts besides the page: the organization's, those of
 * the primary owner's team, then the pipeline's own, each once.
 * @example
 * channelsOf(pipeline, organization) // ['slack-data-alerts', 'slack-ba']
 */
export function channelsOf(
  { primary, channels = [] }: Pipeline,
  organization: Organization,
): readonly string[] {
  return [
    ...new Set([...(organization.channels ?? []), ...(ownerTeam(primary).channels ?? []), ...channels]),
  ];
}
