import { naft, type CaseWorld } from '../referral/world.js';

/** The provider is asked whether its list still holds, now. */
export async function asksProvider({ stage }: CaseWorld): Promise<void> {
  const asked = { on: '2026-11-16', at: stage.now, reminded: null, remindedAt: null };
  await stage.put({
    put: 'serviceList',
    row: { serviceId: naft.id, listCheck: { asked, confirmedAt: null, leftAt: null } },
  });
}
