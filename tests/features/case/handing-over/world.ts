import type { ChannelId, PersonId } from '../../../../src/domain/ids.js';
import { an, bert, clb, els, jan, provider, uuid, type CaseWorld } from '../referral/world.js';

/** An and Jan stand in the roster of the CLB, Bert and Els in that of the provider. */
export async function withColleagues(world: CaseWorld): Promise<void> {
  const channelOf = (of: { readonly id: string }) => uuid<ChannelId>(`e${of.id.slice(-2)}`);
  for (const [person, of] of [
    [an, clb],
    [jan, clb],
    [bert, provider],
    [els, provider],
  ] as const)
    await world.stage.put({ put: 'membership', row: { personId: person.id, channelId: channelOf(of) } });
}

/** Somebody stands in no roster any more. */
export const leaves = async (world: CaseWorld, { id }: { readonly id: PersonId }): Promise<void> =>
  void (await world.stage.database.kysely.deleteFrom('membership').where('personId', '=', id).execute());
